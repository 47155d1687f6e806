from tests.rules.cases import findings, hints

RULE = "schema/id"


def test_of_targets_and_units() -> None:
    snippet = """
        locality: {id: Demo County, name: 示范县}
        departments: {办公室: 县政府办, office: 县政府办}
        targets:
          Coverage_Rate: {name: 甲, task: {}}
          覆盖率: {name: 乙, task: {}, lead: [县政府办, Office, 某局]}
        """
    assert findings(snippet, RULE) == [
        'plan.yaml:1:16 error "Demo County" cannot be an id',
        'plan.yaml:2:15 error "办公室" cannot be an id',
        'plan.yaml:4:3 error "Coverage_Rate" cannot be an id',
        'plan.yaml:5:3 error "覆盖率" cannot be an id',
        'plan.yaml:5:35 error "县政府办" cannot be an id',
        'plan.yaml:5:41 error "Office" cannot be an id',
        'plan.yaml:5:49 error "某局" cannot be an id',
    ]
    assert hints(snippet, RULE) == [
        "write demo-county",
        "write small letters and digits joined by hyphens, such as sewage-coverage",
        "write coverage-rate",
        "write small letters and digits joined by hyphens, such as sewage-coverage",
        "write office",
        "write office",
        "write the id that stands before the unit's name under departments",
    ]


def test_of_figures() -> None:
    snippet = """
        # progress/2024.yaml
        figures: {覆盖率: 98}
        """
    assert findings(snippet, RULE) == [
        'progress/2024.yaml:1:11 error "覆盖率" cannot be an id',
    ]


def test_ids() -> None:
    snippet = """
        targets:
          a-1-b: {name: 甲, task: {}, lead: [office]}
        """
    assert findings(snippet, RULE) == []
