"""The arguments of `pp tune`."""

import click


@click.command()
@click.argument("name", required=False, metavar="[MODEL]")
@click.option(
    "--seconds",
    type=click.FloatRange(min=0.5, max=86_400),
    default=60,
    metavar="N",
    help="The time to measure for; default 60.",
)
@click.option("--quick", is_flag=True, help="Measure for two seconds, widths only.")
@click.option(
    "--convert", "is_conversion", is_flag=True, help="Also look for a faster layout of the file."
)
@click.option(
    "--loss",
    "max_loss",
    type=click.FloatRange(min=0),
    default=0.02,
    metavar="N",
    help="How far a converted copy may be from the file, in nats a token; default 0.02.",
)
@click.option(
    "--layout", "layouts", multiple=True, metavar="NAME", help="A layout to try, such as Q8_0."
)
@click.option("--gpu-layers", type=int, default=0, metavar="N", help="Layers on the GPU; -1: all.")
@click.option(
    "--busy",
    "accepts_busy",
    is_flag=True,
    help="Keep what is found also where others use much of the machine.",
)
@click.option("--show", "is_shown", is_flag=True, help="Measure nothing; show what is stored.")
@click.option("--forget", "is_forgotten", is_flag=True, help="Forget what is stored.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def tune(
    name: str | None,
    seconds: float,
    quick: bool,
    is_conversion: bool,
    max_loss: float,
    layouts: tuple[str, ...],
    gpu_layers: int,
    accepts_busy: bool,
    is_shown: bool,
    is_forgotten: bool,
    as_json: bool,
) -> int:
    """Find the fastest settings for MODEL on this machine, and keep them.

    Without MODEL it is the embedded one. Later runs use them where nothing else is set.
    """
    from pp_lang.cli.cmd_tune import TuneCommand, forget_command, show_command, tune_command

    if is_shown and is_forgotten:
        raise click.UsageError("Choose one of --show and --forget.")
    if layouts and not is_conversion:
        raise click.UsageError("--layout goes with --convert.")
    if is_shown:
        return show_command(name, gpu_layers, as_json=as_json)
    if is_forgotten:
        return forget_command(name)
    return tune_command(
        TuneCommand(
            name,
            2.0 if quick else seconds,
            is_conversion,
            max_loss,
            layouts,
            gpu_layers,
            accepts_busy,
            as_json,
        )
    )
