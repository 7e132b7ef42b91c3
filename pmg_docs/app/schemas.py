"""JSON Schemas of what an officer types, so that an editor can complete it and flag it.

They are made from the shapes that pmg reads the files with, and say no more than JSON Schema can: a
municipality that does not exist, or a rule that does not hold, only `pmg check` finds.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from pmg_docs.facts.fact_shape import FactShape
from pmg_docs.facts.facts_file import FactsFile
from pmg_docs.facts.shapes import KINDS
from pmg_docs.inputs.shape import Shape
from pmg_docs.letter.reading import FrontMatter
from pmg_docs.specs.doc_type import DocType
from pmg_docs.specs.style import Style
from pmg_docs.workspace.folder import LETTERS, Workspace

Schema = dict[str, Any]

FOLDER = "_schema"
_DIALECT = "http://json-schema.org/draft-07/schema#"
"""What the language server of editors knows best."""
_NAME = "^[a-z][a-z0-9_]*$"
_BARE = {"type": ["string", "integer"]}


def schemas() -> Mapping[str, Schema]:
    """The schema of each kind of file, by its name: feiten, brief, soort and stijl."""
    return {
        "feiten": _whole(FactsFile, "Feiten van een dossier", feiten=_facts()),
        "brief": _whole(FrontMatter, "Gegevens bovenaan een brief"),
        "soort": _whole(DocType, "Een soort brief"),
        "stijl": _partial(_whole(Style, "Een huisstijl")),
    }


def schema_files(workspace: Workspace) -> Mapping[Path, bytes]:
    """Where the schemas of a workspace stand, and what is in them."""
    folder = workspace.root / LETTERS / FOLDER
    return {
        folder / f"{name}.json": (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
        for name, schema in schemas().items()
    }


def _whole(shape: type[Shape], title: str, **instead: Schema) -> Schema:
    """The schema of a file, with another schema for some of its keys."""
    made = shape.model_json_schema(
        by_alias=True, mode="validation", ref_template="#/definitions/{model}"
    )
    made["definitions"] = made.pop("$defs", {})
    for name, other in instead.items():
        made["definitions"].update(other.pop("definitions", {}))
        made["properties"][name] = {**made["properties"][name], **other}
    for part in (made, *made["definitions"].values()):
        _speak_dutch(part)
    return {"$schema": _DIALECT, **made, "title": title}


def _partial(schema: Schema) -> Schema:
    """A style may leave out what it takes over from the one that it extends."""
    for part in (schema, *schema["definitions"].values()):
        part.pop("required", None)
    return {**schema, "required": ["naam"]}


def _speak_dutch(part: Schema) -> None:
    """Leave out what pydantic takes from English names and docstrings."""
    part.pop("description", None)
    part.pop("title", None)
    for field in part.get("properties", {}).values():
        field.pop("title", None)
        if "examples" in field:
            field["examples"] = [_as_read(example) for example in field["examples"]]
        if isinstance(field.get("default"), dict | list) or field.get("default") == "":
            del field["default"]
    for name in [n for n, f in part.get("properties", {}).items() if f.get("readOnly")]:
        del part["properties"][name]


def _as_read(example: str) -> object:
    """An example as an editor reads it: `500000` is a number there, `'1234,56'` text."""
    read = yaml.load(example, yaml.BaseLoader)  # noqa: S506 - BaseLoader makes text only
    return int(read) if isinstance(read, str) and read.isdigit() and read == example else read


def _facts() -> Schema:
    """The schema of the mapping under `feiten`: one shape that knows the keys of every kind."""
    shared = set(FactShape.model_fields)
    properties: Schema = {}
    definitions: Schema = {}
    needs: dict[str, list[str]] = {}
    for kind, shape in KINDS.items():
        made = shape.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
        definitions.update(made.get("$defs", {}))
        for name, field in made["properties"].items():
            properties.setdefault(name, field)
            if name not in shared and name not in KINDS:
                needs.setdefault(name, []).append(kind)
    fact = {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "oneOf": [{"required": [kind]} for kind in KINDS],
        "dependencies": {
            name: {"anyOf": [{"required": [kind]} for kind in kinds]}
            for name, kinds in needs.items()
        },
        "defaultSnippets": list(_snippets()),
    }
    return {
        "type": "object",
        "propertyNames": {"pattern": _NAME},
        # With anyOf an editor would only say that text was expected.
        "additionalProperties": {
            "if": {"type": "object"},
            "then": {"$ref": "#/definitions/Feit"},
            "else": _BARE,
        },
        "definitions": {**definitions, "Feit": fact},
    }


def _snippets() -> Iterator[Schema]:
    """What an editor offers when a fact begins: each kind with an example."""
    for kind, shape in KINDS.items():
        field = shape.model_fields[kind]
        for example in (field.examples or [])[:1]:
            yield {
                "label": kind,
                "description": field.description,
                "bodyText": f"{{{kind}: ${{1:{example}}}}}",
            }
