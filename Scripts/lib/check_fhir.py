"""Checks the FHIR exports of the example patients.

usage: check_fhir.py PROGRAM CONTENT [--self-test | --sample]

PROGRAM is kneeguide-content. The judges are the R4B models of fhir.resources, fhirpathpy, and checks of our own: the
questions are those of the content's files; what a response holds is what was said; which items it holds is what enableWhen
and its expressions give; every reference leads to a resource of the bundle, and none is a Patient; the plan and the scores
are those of the JSON; private answers are left out, but where they were asked for.

With --sample every third patient is judged, by all judges, and every twelfth with the private answers let out too.
With --self-test faults are planted in good bundles instead, and each must be found.
"""

import copy
import functools
import json
import multiprocessing
import os
import re
import sys

import fhirpathpy
from fhir.resources.R4B.bundle import Bundle
from fhir.resources.R4B.questionnaire import Questionnaire
from fhir_core.fhirabstractmodel import FHIRAbstractModel
from fhirpathpy.models import models
from pydantic import ValidationError

import exports
from fhir_content import NONE, Content

EXPRESSION = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression"
ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
VERDICT = "/StructureDefinition/verdict"
MODELS_FOR = 3  # Every so many patients go through the models, which take their time; all go through the rest.


def walk(items, above=()):
    for item in items:
        here = above + (item["linkId"],)
        yield here, item
        yield from walk(item.get("item", []), here)


def objects(value):
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from objects(inner)


def model_faults(model, resource):
    try:
        yield from code_faults(model.model_validate(resource))
    except (ValidationError, ValueError) as error:
        yield f"{model.__name__}: {str(error)[:300]}"


def code_faults(part):
    """Codes that FHIR does not have: the models know them, and do not look."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        # Of the types of an item they know a few alone; those are compared with the content.
        codes = None if name == "type" else (field.json_schema_extra or {}).get("enum_values")
        for one in value if isinstance(value, list) else [] if value is None else [value]:
            if codes and one not in codes:
                yield f"{type(part).__name__}.{name} is {one}"
            if isinstance(one, FHIRAbstractModel):
                yield from code_faults(one)


@functools.cache
def compiled(text):
    return fhirpathpy.compile(text, models["r4"])


evaluated = {}


def holds(text, response):
    """What the expression gives; worked out once for the same answers."""
    key = (text, json.dumps(response["item"]))
    if key not in evaluated:
        evaluated[key] = compiled(text)(response, {"resource": response})
    return evaluated[key]


class Judge:
    def __init__(self, questionnaire, content):
        self.questionnaire = questionnaire
        self.content = content
        self.chains = {}
        for chain, item in walk(questionnaire.get("item", [])):
            if item["type"] != "display":
                self.chains[item["linkId"]] = (chain, item)
        self.tests = {}
        for link, (_, item) in self.chains.items():
            text = self.enabling(item)
            if text is not None:
                known = [self.chains[l][0] for l in set(re.findall(r"linkId = '([^']+)'", text)) if l in self.chains]
                self.tests[link] = (text, {l for chain in known for l in chain})

    # The questionnaire

    def enabling(self, item):
        """The condition of an item as FHIRPath; None where it is always asked."""
        expressions = [e["valueExpression"]["expression"] for e in item.get("extension", []) if e["url"] == EXPRESSION]
        tests = [self.enable_when(test) for test in item.get("enableWhen", [])]
        if expressions:
            return expressions[0]
        return {"all": " and ", "any": " or "}[item.get("enableBehavior", "all")].join(tests) if tests else None

    def enable_when(self, test):
        chain = self.chains.get(test["question"], [()])[0]
        values = "%resource" + "".join(f".item.where(linkId = '{link}')" for link in chain) + ".answer.value"
        sign = test["operator"]
        if sign == "exists":
            return values + (".exists()" if test["answerBoolean"] else ".empty()")
        if "answerCoding" in test:
            coding = test["answerCoding"]
            return f"{values}.where(system = '{coding['system']}' and code {sign} '{coding['code']}').exists()"
        if "answerQuantity" in test:
            quantity = test["answerQuantity"]
            return f"{values}.where(code = '{quantity['code']}' and value {sign} {quantity['value']}).exists()"
        return f"{values}.where($this {sign} {str(test['answerBoolean']).lower()}).exists()"

    def questionnaire_faults(self):
        yield from model_faults(Questionnaire, self.questionnaire)
        links = [item["linkId"] for _, item in walk(self.questionnaire.get("item", []))]
        if len(links) != len(set(links)):
            yield "a link id stands twice"
        wanted = {}
        for section, ids in self.content.sections.items():
            wanted[section] = ((section,), "group", [])
            for id in ids:
                options = self.content.options(id)
                wanted[id] = ((section, id), self.content.type(id), options)
                for part in self.content.parts(id):
                    type = "quantity" if self.content.items[id]["kind"] == "body-size" else "choice" if options else "boolean"
                    wanted[part] = ((section, id, part), type, options)
        for link in sorted(set(wanted) ^ set(self.chains)):
            yield f"{link} is {'missing' if link in wanted else 'no question of the content'}"
        for link in set(wanted) & set(self.chains):
            chain, item = self.chains[link]
            codes = [option["valueCoding"]["code"] for option in item.get("answerOption", [])]
            options = [] if item["type"] == "group" else wanted[link][2]
            if (chain, item["type"], codes) != (*wanted[link][:2], options):
                yield f"{link} is {chain, item['type'], codes}, not {*wanted[link][:2], options}"
            if EXPRESSION in [e["url"] for e in item.get("extension", [])] and "enableWhen" in item:
                yield f"{link} has both enableWhen and an expression"

    # A bundle

    def faults(self, bundle, said, result, with_private, with_models):
        resources = [entry["resource"] for entry in bundle["entry"]]
        yield from self.bundle_faults(bundle, resources)
        of = {kind: [r for r in resources if r["resourceType"] == kind]
              for kind in ("QuestionnaireResponse", "GuidanceResponse", "CarePlan", "Observation", "Provenance", "Device")}
        if [len(found) for kind, found in of.items() if kind != "Observation"] != [1] * 5:
            yield "a resource is missing, or there are two"
            return
        response = of["QuestionnaireResponse"][0]
        yield from self.response_faults(response, said, with_private)
        if with_private:
            yield from self.enabling_faults(response)
        yield from self.result_faults(of, result)
        if with_models:
            rest = [entry for entry in bundle["entry"] if entry["resource"]["resourceType"] != "Questionnaire"]
            yield from model_faults(Bundle, {**bundle, "entry": rest})

    def bundle_faults(self, bundle, resources):
        if bundle.get("type") != "collection" or "timestamp" in bundle:
            yield "it is no collection, or has a time"
        urls = [entry["fullUrl"] for entry in bundle["entry"]]
        ids = [f"urn:uuid:{resource.get('id')}" for resource in resources]
        if urls != ids or len(urls) != len(set(urls)):
            yield "the addresses are not those of the resources, or one stands twice"
        for resource in resources:
            if resource["resourceType"] == "Patient":
                yield "there is a Patient"
            if set(resource.get("subject", {})) - {"display"}:
                yield "the subject is more than words"
        for part in objects(resources):
            for key in ("reference", "url", "system"):
                name = part.get(key)
                if isinstance(name, str) and key == "reference" and name not in urls:
                    yield f"{name} leads nowhere"
            if any(code in str(part.get("system", "")) for code in ("loinc", "snomed")):
                yield "a code of LOINC or SNOMED CT, which the content names nowhere"
        found = [r for r in resources if r["resourceType"] == "Questionnaire"]
        if found != [self.questionnaire]:
            yield "the questionnaire is not the one of all"

    def response_faults(self, response, said, with_private):
        if response["questionnaire"] != "|".join(self.questionnaire[key] for key in ("url", "version")):
            yield "the response is to another questionnaire"
        if response["authored"] != said["on"]:
            yield "the response is of another day"
        links = []
        for chain, item in walk(response["item"]):
            links.append(item["linkId"])
            if item["linkId"] not in self.chains or self.chains[item["linkId"]][0] != chain:
                yield f"{chain} is not where the questionnaire has it"
                continue
            yield from self.item_faults(item, self.chains[item["linkId"]][1])
        order = [link for link in self.chains if link in set(links)]
        if links != order:
            yield "an item stands twice, or in another order"
        for id in self.content.items:
            nodes = [item for _, item in walk(response["item"]) if item["linkId"] == id]
            if id in self.content.private and not with_private:
                if nodes or f'"{id}' in json.dumps(response):
                    yield f"{id} is private"
            elif nodes:
                if set(self.content.parts(id)) - {part["linkId"] for part in nodes[0].get("item", [])}:
                    yield f"a part of {id} is missing"
                given, wanted = self.content.said(id, nodes[0]), self.content.same(id, said.get(id))
                if given != wanted:
                    yield f"{id} is {given}, but {wanted} was said"

    def item_faults(self, item, question):
        answers, link = item.get("answer", []), item["linkId"]
        if item.get("text") != question["text"]:
            yield f"{link} has another text"
        if question["type"] == "group" and answers or len(answers) > 1 and not question.get("repeats"):
            yield f"{link} has too many answers"
        value = {"boolean": "Boolean", "choice": "Coding", "integer": "Integer", "quantity": "Quantity", "date": "Date",
                 "text": "String", "decimal": "Decimal"}.get(question["type"])
        options = [option["valueCoding"] for option in question.get("answerOption", [])]
        for answer in answers:
            if "extension" in answer:
                reasons = [e.get("valueCode") for e in answer["extension"] if e["url"] == ABSENT]
                if set(answer) != {"extension"} or len(answers) > 1 or reasons not in (["asked-unknown"], ["asked-declined"]):
                    yield f"{link} has no value for {reasons}"
            elif set(answer) != {f"value{value}"}:
                yield f"{link} is answered with {sorted(answer)}"
            elif options and answer["valueCoding"] not in options:
                yield f"{link} has no option {answer['valueCoding']}"
        codes = [answer.get("valueCoding", {}).get("code") for answer in answers]
        if len(codes) > 1 and (NONE in codes or len(set(codes)) < len(codes)):
            yield f"{link} has options that do not go together"

    def enabling_faults(self, response):
        shown = {item["linkId"] for _, item in walk(response["item"])}
        for link, (text, links) in self.tests.items():
            given = holds(text, {**response, "item": only(response["item"], links)})
            if given != [link in shown]:
                yield f"{link} is {'shown' if link in shown else 'hidden'}, but its condition gives {given}"
        for id in self.content.items:
            if id not in self.tests and id not in shown:
                yield f"{id} has no condition and is hidden"

    def result_faults(self, of, result):
        plan, guidance, provenance = of["CarePlan"][0], of["GuidanceResponse"][0], of["Provenance"][0]
        if plan["intent"] != "proposal" or plan["category"][0]["coding"][0]["code"] != result["disposition"]:
            yield "the plan is no proposal, or of another level"
        if guidance["status"] != ("success" if result["complete"] else "data-requested"):
            yield "the guidance has another status"
        if not guidance["moduleUri"].endswith("/".join(result["pack"][key] for key in ("id", "version", "hash"))):
            yield "the module is not the pack"
        flags = [reason["coding"][0]["code"] for reason in guidance.get("reasonCode", [])]
        if flags != [flag["id"] for flag in result["redFlags"] if not flag.get("unsure")]:
            yield "the red flags are others"
        if {o["code"]["coding"][0]["code"]: o["valueQuantity"]["value"] for o in of["Observation"]} != {
                score["id"]: score["value"] for score in result["scores"]}:
            yield "the scores are others"
        known = {treatment["id"]: treatment["verdict"] for treatment in result["treatments"]}
        for detail in (activity["detail"] for activity in plan["activity"]):
            verdicts = [e["valueCode"] for e in detail.get("extension", []) if e["url"].endswith(VERDICT)]
            code = detail["code"]["coding"][0]
            if code["system"].endswith("-treatments") and (
                    verdicts != [known.get(code["code"])]
                    or detail["doNotPerform"] != (verdicts[0] in ("avoid", "not-advised"))
                    or (detail["status"] == "on-hold") != (verdicts[0] in ("later", "ask-first"))):
                yield f"{code['code']} is not {known.get(code['code'])}"
        told = {d["code"]["coding"][0]["code"] for d in (a["detail"] for a in plan["activity"])}
        if not {id for id, verdict in known.items() if verdict == "avoid"} <= told:
            yield "something to avoid is missing"
        if result["disposition"].startswith("emergency") and len(plan["activity"]) > 1:
            yield "more than one thing to do at an emergency"
        if provenance["occurredDateTime"] != result["on"] or "recorded" in provenance:
            yield "the day is another, or the time was made up"


def only(items, links):
    """The items whose link ids are wanted, with those below."""
    return [{**item, "item": only(item["item"], links)} if "item" in item else item
            for item in items if item["linkId"] in links]


# Running


class Run:
    """All patients, judged by several processes."""

    judge = said = results = None

    def __init__(self, program, content, is_sample=False):
        self.program, self.folder, self.is_sample = program, content, is_sample
        Run.said = dict(exports.patients(program, content, "--format", "answers"))
        Run.results = dict(exports.patients(program, content, "--format", "json"))

    def step(self, options):
        return (4 if options else 1) * MODELS_FOR if self.is_sample else 1

    def bundles(self, *options):
        """The bundles as text, without the questionnaire, which is read once."""
        start = whole = None
        for number, (patient, text) in enumerate(
                exports.lines(self.program, self.folder, "--format", "fhir", *options)):
            if whole is None:
                start = text.index('{"resourceType":"Questionnaire"')
                questionnaire, end = json.JSONDecoder().raw_decode(text, start)
                whole = text[start:end]
                if Run.judge is None:
                    Run.judge = Judge(questionnaire, Content(self.folder))
            if number % self.step(options):
                continue
            # What is not the same is read, and found to be another.
            yield patient, text.replace(whole, "null", 1), bool(options), not options and number % MODELS_FOR == 0


def judge_one(job):
    patient, text, with_private, with_models = job
    bundle = json.loads(text)
    for entry in bundle["entry"]:
        entry["resource"] = entry["resource"] or Run.judge.questionnaire
    return patient, list(Run.judge.faults(bundle, Run.said[patient], Run.results[patient], with_private, with_models))


def check(program, content):
    count = exports.Count()
    run = Run(program, content, "--sample" in sys.argv)
    for options in ((), ("--with-private",)):
        jobs = run.bundles(*options)
        first = next(jobs)
        with multiprocessing.get_context("fork").Pool(min(4, os.cpu_count() or 1)) as pool:
            count.add(*judge_one(first))
            for patient, faults in pool.imap(judge_one, jobs, chunksize=8):
                count.add(patient, faults)
    count.add("the questionnaire", Run.judge.questionnaire_faults())
    return count.close()


def self_test(program, content):
    from fhir_faults import planted

    count = exports.Count()
    run = Run(program, content)
    tried = set()
    for patient, text, _, _ in run.bundles("--with-private"):
        bundle = json.loads(text)
        for entry in bundle["entry"]:
            entry["resource"] = entry["resource"] or copy.deepcopy(Run.judge.questionnaire)
        for what, plant in planted.items():
            broken = copy.deepcopy(bundle)
            # Not every bundle has what the fault is in.
            if what in tried or plant(broken) is False:
                continue
            tried.add(what)
            questionnaire = broken["entry"][0]["resource"]
            try:
                judge = Judge(questionnaire, Run.judge.content)
                found = list(judge.questionnaire_faults()) + list(
                    judge.faults(broken, Run.said[patient], Run.results[patient], "private" not in what, True))
            except (KeyError, IndexError, TypeError) as error:
                found = [repr(error)]
            count.add(f"{what} was not found", [] if found else [patient])
        if len(tried) == len(planted):
            break
    for what in planted:
        if what not in tried:
            count.add(what, ["no patient has what the fault could be in"])
    return count.close()


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    sys.exit((self_test if "--self-test" in sys.argv else check)(sys.argv[1], sys.argv[2]))
