"""What the content says of its questions, read from its files: what a FHIR export must say too."""

import pathlib

import yaml

NONE = "none-of-these"


class Content:
    def __init__(self, folder):
        files = sorted(pathlib.Path(folder, "questionnaire").glob("*.yaml"))
        trees = [yaml.load(f.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) for f in files]
        self.sections = {f"section/{tree['section']}": [item["id"] for item in tree["items"]] for tree in trees}
        self.items = {item["id"]: item for tree in trees for item in tree["items"]}
        self.private = {id for id, item in self.items.items() if item.get("private") == "true"}

    def parts(self, id):
        """The link ids below an item."""
        item = self.items[id]
        if item["kind"] == "each":
            return [f"{id}.{row}" for row in item["rows"]]
        return [f"{id}.height", f"{id}.weight"] if item["kind"] == "body-size" else []

    def options(self, id):
        """The codes that can be chosen, of an item or of each row of it."""
        item = self.items[id]
        found = list(item.get("options") or item.get("zones") or [])
        return found + [NONE] if item["kind"] in ("choices", "zones") else found

    def type(self, id):
        item = self.items[id]
        return {
            "yes-no": "boolean", "choice": "choice", "choices": "choice", "zones": "choice", "each": "group",
            "body-size": "group", "number": "quantity" if item.get("unit", "none") != "none" else "integer",
            "scale": "integer", "date": "date", "text": "text",
        }[item["kind"]]

    def said(self, id, node):
        """An item of a response as an answers file holds it; None where it is open."""
        item = self.items[id]
        if self.type(id) == "group":
            parts = {part["linkId"].split(".")[1]: self.value(item, part) for part in node.get("item", [])}
            given = {name: value for name, value in parts.items() if value is not None}
            if item["kind"] == "body-size":
                sizes = {name: value for name, value in given.items() if isinstance(value, dict)}
                return sizes or (min(given.values()) if given else None)
            if given and set(given.values()) == {"declined"}:
                return "declined"
            return given or None
        return self.value(item, node)

    def value(self, item, node):
        values = [self.answer(item, answer) for answer in node.get("answer", [])]
        if item["kind"] in ("choices", "zones") and values and values[0] not in ("not-sure", "declined"):
            return sorted(code for code in values if code != NONE)
        return values[0] if values else None

    def answer(self, item, answer):
        if "valueQuantity" in answer:
            quantity = answer["valueQuantity"]
            bare = item["kind"] == "number" and quantity["unit"] == item["unit"]
            return quantity["value"] if bare else {"value": quantity["value"], "unit": quantity["unit"]}
        if "valueCoding" in answer:
            return answer["valueCoding"]["code"]
        for type in ("Boolean", "Integer", "Decimal", "Date", "String"):
            if f"value{type}" in answer:
                return answer[f"value{type}"]
        reason = answer["extension"][0]["valueCode"]
        return {"asked-unknown": "not-sure", "asked-declined": "declined"}.get(reason, f"absent for '{reason}'")

    def same(self, id, said):
        """An answer of an answers file as `said` gives it."""
        kind = self.items[id]["kind"]
        if kind in ("choices", "zones") and isinstance(said, list):
            return sorted(said)
        if kind == "each" and said == "not-sure":
            return {row: "not-sure" for row in self.items[id]["rows"]}
        return said or None if kind in ("each", "body-size") else said
