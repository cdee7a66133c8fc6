"""Where a briefing is looked for, and where its store belongs."""

from pathlib import Path

import pytest

from tui import locate
from tui.errors import BadInput
from tui.locate import find, manifest_of, shipped, store_beside


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    path = tmp_path / "talks" / "briefing.toml"
    path.parent.mkdir()
    path.touch()
    return path


def test_a_folder_a_manifest_and_a_store_can_be_named(manifest: Path) -> None:
    store = manifest.with_name("built.db")
    store.touch()
    assert find(manifest.parent) == manifest
    assert find(manifest) == manifest
    assert find(store) == store


def test_a_folder_without_a_manifest_is_taken_at_its_word(tmp_path: Path) -> None:
    assert find(tmp_path) == tmp_path / "briefing.toml"  # whoever loads it tells that it is not there


def test_what_is_not_there_cannot_be_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"there is no briefing at .*nowhere"):
        find(tmp_path / "nowhere")


def test_without_a_name_the_nearest_upward_is_taken(manifest: Path) -> None:
    deep = manifest.parent / "data" / "plans"
    deep.mkdir(parents=True)
    assert find(start=deep) == manifest
    assert find(start=manifest.parent) == manifest


def test_the_current_folder_is_where_the_search_begins(manifest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(manifest.parent)
    assert find() == manifest


def test_the_shipped_briefing_is_the_last_resort(tmp_path: Path) -> None:
    assert find(start=tmp_path) == shipped()


def test_a_current_folder_that_was_removed_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert find() == shipped()


def test_a_folder_named_like_a_manifest_is_passed_by(manifest: Path) -> None:
    odd = manifest.parent / "below" / "briefing.toml"
    odd.mkdir(parents=True)
    assert find(start=odd.parent) == manifest


def test_the_shipped_briefing_is_inside_the_package_once_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "tui" / "shipped" / "briefing.toml"
    monkeypatch.setattr(locate, "_INSTALLED", inside)
    assert shipped() == Path(locate.__file__).parent.parent / "briefing.toml"
    inside.parent.mkdir(parents=True)
    inside.touch()
    assert shipped() == inside
    assert locate.is_installed(inside)
    assert not locate.is_installed(tmp_path / "briefing.toml")


@pytest.mark.parametrize("name", ["briefing.toml", "other.toml", "store.toml"])
def test_a_store_at_its_place_leads_back_to_its_manifest(tmp_path: Path, name: str) -> None:
    manifest = tmp_path / name
    manifest.touch()
    store = store_beside(manifest)
    assert store.parent == tmp_path / ".briefing"
    assert manifest_of(store) == manifest
    assert manifest_of(manifest) == manifest


def test_manifests_in_one_folder_have_stores_of_their_own(tmp_path: Path) -> None:
    assert len({store_beside(tmp_path / name) for name in ("briefing.toml", "store.toml", "a.toml")}) == 3


def test_a_store_anywhere_else_has_no_manifest(tmp_path: Path) -> None:
    (tmp_path / "briefing.toml").touch()
    assert manifest_of(tmp_path / "store.db") is None
    assert manifest_of(tmp_path / "sub" / ".briefing" / "store.db") is None
    assert manifest_of(tmp_path / ".briefing" / "copy.db") is None
