from tests.rules.cases import findings, hints

RULE = "schema/file-name"
FIGURES = b"format: 1\n"


def test_another_ending() -> None:
    raw = {"plan.yml": FIGURES, "progress/2024.yml": FIGURES}

    assert findings("", RULE, raw=raw) == [
        "plan.yml:1:1 error no file of the name plan.yml is read",
        "progress/2024.yml:1:1 error no file of the name progress/2024.yml is read",
    ]
    assert hints("", RULE, raw=raw) == ["rename it to plan.yaml", "rename it to 2024.yaml"]


def test_a_name_that_is_no_year() -> None:
    raw = {"progress/2024年.yaml": FIGURES}

    assert findings("", RULE, raw=raw) == [
        "progress/2024年.yaml:1:1 warning no file of the name progress/2024年.yaml is read"
    ]
    assert hints("", RULE, raw=raw) == [
        "name progress by its year, such as progress/2024.yaml; keep other files in another folder"
    ]


def test_the_right_names() -> None:
    assert findings("", RULE, raw={"progress/2024.yaml": FIGURES, "README.md": b""}) == []
