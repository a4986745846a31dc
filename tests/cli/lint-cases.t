# Each case is rendered and its assertions are compiled: what would fail at run time fails here, at its place.
-- prompts/answer.prompt
---
model: openai/m
input:
  schema:
    question: string
    words?: integer
---
{{question}} {{#if words}}({{words}} words){{/if}}
-- golden/answer/suite.yaml
prompt: answer
cases: cases.jsonl
assert:
  - {type: equals, value: "{{expected}}"}
-- golden/answer/cases.jsonl
{"id": "ok", "vars": {"question": "2+2?"}, "expected": "4"}
{"id": "missing", "vars": {}, "expected": "4"}
{"id": "kind", "vars": {"question": 5}, "expected": "4"}
{"id": "undeclared", "vars": {"question": "?", "qestion": "?"}, "expected": "4"}
{"id": "nothing-expected", "vars": {"question": "?"}}
{"id": "bad-assertion", "vars": {"question": "?"}, "expected": "4", "assert": [{"type": "regex", "value": "[a"}]}
{"id": "ok", "vars": {"question": "twice"}, "expected": "4"}
{"id": "not-json"
$ promptctl lint
golden/answer/cases.jsonl:2:27: error[bad-variable]: case `missing`: the property `question` is missing
    {"id": "missing", "vars": {}, "expected": "4"}
                              ^
golden/answer/cases.jsonl:3:37: error[bad-variable]: case `kind`: `question` must be of type string, not number
    {"id": "kind", "vars": {"question": 5}, "expected": "4"}
                                        ^
golden/answer/cases.jsonl:4:59: error[bad-variable]: case `undeclared`: the property `qestion` is not allowed
    …vars": {"question": "?", "qestion": "?"}, "expected": "4"}
                                         ^
golden/answer/cases.jsonl:6:107: error[bad-regex]: bad pattern `[a`: missing terminating ] for character class at byte 2
    …ssert": [{"type": "regex", "value": "[a"}]}
                                         ^
golden/answer/cases.jsonl:7:1: error[duplicate-case]: the case `ok` is already at line 1
    {"id": "ok", "vars": {"question": "twice"}, "expected": "4"}
    ^
  hint: an `id` joins the results of two runs: give each case its own
golden/answer/cases.jsonl:8:17: error[json-syntax]: unexpected end of input; expected '}'
    {"id": "not-json"
                    ^
golden/answer/suite.yaml:4:27: error[undefined-variable]: there is no variable `expected` (case `nothing-expected`)
      - {type: equals, value: "{{expected}}"}
                              ^
  hint: known here: the case's variables, and what it has of `expected`, `context` and `vars`
7 errors, 0 warnings
[exit 1]
# A case without any assertion can't be judged: nothing passes by being empty.
-- golden/answer/suite.yaml
prompt: answer
cases: cases.csv
-- golden/answer/cases.csv
id,question
a,"2+2?"
$ promptctl lint
golden/answer/cases.csv:2:1: error[no-assertions]: nothing judges the case `a`
    a,"2+2?"
    ^
  hint: give the suite or the case an `assert`
1 error, 0 warnings
[exit 1]
# A dataset with a header and no rows is no dataset.
-- golden/answer/cases.csv
id,question
$ promptctl lint
golden/answer/cases.csv: error[empty-dataset]: the dataset holds no case
  hint: nothing passes by being empty
1 error, 0 warnings
[exit 1]
