from tests.rules.cases import findings, hints

RULE = "plan/folder-name"


def test_id_and_folder_must_be_one_word() -> None:
    snippet = "locality: {id: shifan, name: 示范县}"
    assert findings(snippet, RULE) == ["plan.yaml:1:16 error the locality's id is shifan, its folder is named demo"]
    assert hints(snippet, RULE) == ["write `id: demo`, or rename the folder"]


def test_same_name_is_fine() -> None:
    assert findings("locality: {id: demo, name: 示范县}", RULE) == []
