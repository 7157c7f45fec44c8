"""`--set option=value`."""

import pytest

from pp_lang.cli.read_settings import read_settings
from pp_lang.errors import InputError


def test_shares_of_gpus_are_a_list_of_numbers() -> None:
    given = ["tensor_split=[3, 1]", "split_mode=row", "kv_on_device=false", "gpu_layers=-1"]
    assert read_settings(given).engine == {
        "tensor_split": (3, 1),
        "split_mode": "row",
        "kv_on_device": False,
        "gpu_layers": -1,
    }
    for wrong in ("3", "[]", '["a"]', "[-1]", "{}"):
        with pytest.raises(InputError, match=r"--set tensor_split: expected list\[float"):
            read_settings([f"tensor_split={wrong}"])


def test_exact_lets_records_keep_their_names() -> None:
    assert read_settings(["records=compact"], exact=True).options == {"records": "keyed"}


def test_options_and_how_a_model_is_opened_are_told_apart() -> None:
    settings = read_settings(["temperature=0.7", "max_tokens=80", "cells=4096", "gpu_layers=-1"])
    assert settings.options == {"temperature": 0.7, "max_tokens": 80}
    assert settings.engine == {"cells": 4096, "gpu_layers": -1}


def test_stop_is_one_text_or_a_list() -> None:
    assert read_settings(["stop=END"]).options == {"stop": ("END",)}
    assert read_settings(['stop=["a", "b"]']).options == {"stop": ("a", "b")}


def test_an_unknown_option_offers_the_nearest() -> None:
    with pytest.raises(InputError, match="no option `temprature`") as caught:
        read_settings(["temprature=1"])
    assert caught.value.hint == "Did you mean `temperature`?"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("temperature", "expected OPTION=VALUE"),
        ("temperature=hot", "expected a number, found `hot`"),
        ("temperature=-1", "expected float"),
        ("max_tokens=0", "expected int"),
        ("max_tokens=2.5", "expected a whole number"),
        ('stop=["a"', "this is not JSON"),
        ("stop=[1]", "expected a list of texts"),
        ("stop=[]", "expected a list of texts"),
    ],
)
def test_a_value_outside_its_range_is_refused(given: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_settings([given])
