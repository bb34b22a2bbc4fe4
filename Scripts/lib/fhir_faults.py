"""Faults to be planted in good bundles: check_fhir.py --self-test must find each of them.

A fault changes a bundle, whose first resource is the questionnaire, and gives False where this one has nothing to change.
"""

EXPRESSION = "sdc-questionnaire-enableWhenExpression"
planted = {}


def fault(name):
    def keep(plant):
        planted[name] = plant
        return plant
    return keep


def resource(bundle, kind):
    found = [entry["resource"] for entry in bundle["entry"] if entry["resource"]["resourceType"] == kind]
    return found[0] if found else None


def questions(bundle):
    return [item for section in bundle["entry"][0]["resource"]["item"] for item in section["item"]]


def said(bundle):
    return [item for section in resource(bundle, "QuestionnaireResponse")["item"] for item in section["item"]]


def leaves(bundle):
    return [part for item in said(bundle) for part in [item] + item.get("item", [])]


def answer(bundle, key):
    """The first answer with such a value."""
    for leaf in leaves(bundle):
        for found in leaf.get("answer", []):
            if key in found:
                return found
    return None


def change(kind, path, value):
    def plant(bundle):
        target = resource(bundle, kind)
        if target is None:
            return False
        for key in path[:-1]:
            target = target[key]
        target[path[-1]] = value
        return True
    return plant


def simple(name, kind, path, value):
    planted[name] = change(kind, path, value)


simple("a status that FHIR does not have", "QuestionnaireResponse", ["status"], "done")
simple("an element that FHIR does not have", "GuidanceResponse", ["urgency"], "high")
simple("a list where FHIR has one", "Device", ["language"], ["en"])
simple("a day that is none", "CarePlan", ["created"], "2026-13-40")
simple("the response to another questionnaire", "QuestionnaireResponse", ["questionnaire"], "urn:other|1")
simple("the response of another day", "QuestionnaireResponse", ["authored"], "2001-01-01")
simple("a subject with a reference", "QuestionnaireResponse", ["subject", "reference"], "Patient/1")
simple("a result that leads nowhere", "GuidanceResponse", ["result", "reference"], "urn:uuid:0")
simple("a module that is not the pack", "GuidanceResponse", ["moduleUri"], "urn:other")
simple("a plan that is an order", "CarePlan", ["intent"], "order")
simple("a plan of another level", "CarePlan", ["category", 0, "coding", 0, "code"], "other")
simple("a time that was made up", "Provenance", ["recorded"], "2026-11-22T00:00:00Z")
simple("a code of LOINC", "GuidanceResponse", ["reasonCode"], [{"coding": [{"system": "http://loinc.org", "code": "1"}]}])
simple("a score that is another", "Observation", ["valueQuantity", "value"], 11)


@fault("a Patient")
def _(bundle):
    bundle["entry"].append({"fullUrl": "urn:uuid:1", "resource": {"resourceType": "Patient", "id": "1"}})


@fault("a resource twice")
def _(bundle):
    bundle["entry"].append(bundle["entry"][-1])


@fault("a resource left out")
def _(bundle):
    bundle["entry"].pop()


@fault("an address of another resource")
def _(bundle):
    bundle["entry"][1]["fullUrl"] = "urn:uuid:1"


@fault("a link id twice")
def _(bundle):
    questions(bundle)[1]["linkId"] = questions(bundle)[0]["linkId"]


@fault("a question left out")
def _(bundle):
    bundle["entry"][0]["resource"]["item"][-1]["item"].pop()


@fault("a row left out")
def _(bundle):
    [item for item in questions(bundle) if item["type"] == "group"][0]["item"].pop(0)


@fault("an option left out")
def _(bundle):
    [item for item in questions(bundle) if "answerOption" in item][0]["answerOption"].pop(0)


@fault("a question of another type")
def _(bundle):
    questions(bundle)[0]["type"] = "text"


def expressions(bundle):
    for item in questions(bundle):
        for extension in item.get("extension", []):
            if extension["url"].endswith(EXPRESSION):
                yield item, extension["valueExpression"]


@fault("a condition turned round")
def _(bundle):
    _, expression = next(expressions(bundle))
    expression["expression"] = f"({expression['expression']}).not()"


@fault("a condition that gives no answer")
def _(bundle):
    _, expression = next(expressions(bundle))
    expression["expression"] = "%resource.item.nothing"


@fault("enableWhen turned round")
def _(bundle):
    test = [item for item in questions(bundle) if "enableWhen" in item][0]["enableWhen"][0]
    if answer(bundle, "valueQuantity") is None:
        return False
    test["operator"] = ">="
    return True


@fault("a condition taken away")
def _(bundle):
    shown = {item["linkId"] for item in said(bundle)}
    for item, _ in expressions(bundle):
        if item["linkId"] not in shown:
            item["extension"] = [e for e in item["extension"] if not e["url"].endswith(EXPRESSION)]
            return True
    return False


@fault("a hidden item with an answer")
def _(bundle):
    shown = {item["linkId"] for item in said(bundle)}
    response = resource(bundle, "QuestionnaireResponse")
    for section in bundle["entry"][0]["resource"]["item"]:
        for item in section["item"]:
            groups = [group for group in response["item"] if group["linkId"] == section["linkId"]]
            if item["linkId"] not in shown and item["type"] == "boolean" and groups:
                groups[0]["item"].append({"linkId": item["linkId"], "text": item["text"],
                                          "answer": [{"valueBoolean": True}]})
                return True
    return False


@fault("a shown item left out")
def _(bundle):
    section = resource(bundle, "QuestionnaireResponse")["item"][0]
    section["item"].pop(0)


@fault("a shown row left out")
def _(bundle):
    [item for item in said(bundle) if "item" in item][0]["item"].pop(0)


@fault("items in another order")
def _(bundle):
    section = max(resource(bundle, "QuestionnaireResponse")["item"], key=lambda group: len(group["item"]))
    section["item"].reverse()


@fault("an item in another section")
def _(bundle):
    groups = resource(bundle, "QuestionnaireResponse")["item"]
    groups[0]["item"].append(groups[1]["item"].pop())


@fault("an option that there is not")
def _(bundle):
    found = answer(bundle, "valueCoding")
    if found is None:
        return False
    found["valueCoding"]["code"] = "other"
    return True


@fault("two answers to one question")
def _(bundle):
    for leaf in leaves(bundle):
        if "valueBoolean" in leaf.get("answer", [{}])[0]:
            leaf["answer"].append({"valueBoolean": True})
            return True
    return False


@fault("another answer than was said")
def _(bundle):
    found = answer(bundle, "valueBoolean")
    if found is None:
        return False
    found["valueBoolean"] = not found["valueBoolean"]
    return True


@fault("another number than was said")
def _(bundle):
    found = answer(bundle, "valueQuantity")
    if found is None:
        return False
    found["valueQuantity"]["value"] += 1
    return True


@fault("a value of another type")
def _(bundle):
    found = answer(bundle, "valueBoolean")
    if found is None:
        return False
    found["valueString"] = str(found.pop("valueBoolean"))
    return True


@fault("another reason for no value")
def _(bundle):
    found = answer(bundle, "extension")
    if found is None:
        return False
    found["extension"][0]["valueCode"] = "masked"
    return True


@fault("declined for not sure")
def _(bundle):
    for leaf in leaves(bundle):
        for found in leaf.get("answer", []):
            if found.get("extension", [{}])[0].get("valueCode") == "asked-unknown" and "." not in leaf["linkId"]:
                found["extension"][0]["valueCode"] = "asked-declined"
                return True
    return False


@fault("no for not sure")
def _(bundle):
    for leaf in leaves(bundle):
        if "extension" in leaf.get("answer", [{}])[0] and "." in leaf["linkId"]:
            leaf["answer"] = [{"valueBoolean": False}]
            return True
    return False


@fault("the words of another question")
def _(bundle):
    said(bundle)[0]["text"] += " Really?"


@fault("private answers let out")
def _(bundle):
    return any(item["linkId"] in ("injected-drugs", "child-safe") for item in said(bundle))


def treatments(bundle):
    for activity in resource(bundle, "CarePlan")["activity"]:
        if "doNotPerform" in activity["detail"]:
            yield activity["detail"]


@fault("a verdict that is another")
def _(bundle):
    for detail in treatments(bundle):
        detail["extension"][0]["valueCode"] = "suggest" if detail["doNotPerform"] else "avoid"
        return True
    return False


@fault("what to avoid, to be done")
def _(bundle):
    for detail in treatments(bundle):
        if detail["extension"][0]["valueCode"] == "avoid":
            detail["doNotPerform"] = False
            return True
    return False


@fault("what to ask first, to be done")
def _(bundle):
    for detail in treatments(bundle):
        if detail["extension"][0]["valueCode"] == "ask-first":
            detail["status"] = "not-started"
            return True
    return False


@fault("what to avoid, left out")
def _(bundle):
    plan = resource(bundle, "CarePlan")
    kept = [a for a in plan["activity"] if a["detail"].get("extension", [{}])[0].get("valueCode") != "avoid"]
    if len(kept) == len(plan["activity"]):
        return False
    plan["activity"] = kept
    return True


@fault("a red flag left out")
def _(bundle):
    return resource(bundle, "GuidanceResponse").pop("reasonCode", None) is not None


@fault("a status of the guidance that is another")
def _(bundle):
    resource(bundle, "GuidanceResponse")["status"] = "in-progress"
