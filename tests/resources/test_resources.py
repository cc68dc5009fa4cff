"""The package's own door: everything by one import, and nothing read before it is wanted."""

import subprocess
import sys

import pytest

from heartjournal import resources


def test_every_name_of_the_package_is_there() -> None:
    for name in resources.__all__:
        assert getattr(resources, name) is not None


def test_a_name_that_is_not_there_says_so() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        getattr(resources, "nonsense")  # noqa: B009  mypy knows that the name is not there


def test_reading_a_file_leaves_every_name_a_function() -> None:
    resources.practices()
    assert callable(resources.practices)
    assert callable(resources.feelings)


def test_no_toml_is_loaded_with_the_tokens() -> None:
    code = "import sys; from heartjournal import resources; resources.theme_tokens(); print('tomllib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
