"""What `pp run` says about answers that look biased."""

from pp_lang.runtime import BiasedAnswers


def bias_hint(biased: BiasedAnswers) -> str:
    """Return what looks odd, and what to write to change it or to keep it."""
    place = biased.node.replace("[]", "")
    return (
        f"{place}: {biased.num_chosen:,} of {biased.num_answers:,} answers of "
        f"`{biased.template}` are `{biased.option}`: the model may prefer it whatever it reads.\n"
        f'help: `calibrate: "batch"` would change {biased.num_changed:,} answers, '
        '`calibrate: "none"` keeps them and leaves this note out.'
    )
