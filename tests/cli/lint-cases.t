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
# A key of a case that slipped below `vars` is an error where nothing uses it, any other unused variable a warning.
-- use/promptctl.yaml
format: 1
-- use/prompts/ask.prompt
---
model: openai/m
input: {default: {city: file://city.txt}}
---
Answer {{question}} in {language}.
-- use/golden/ask/suite.yaml
prompt: ask
cases: cases.yaml
assert: [{type: contains, value: "{{city}}"}, {type: not-equals, value: file://never.txt}]
-- use/golden/ask/cases.yaml
- id: slipped
  vars:
    question: Where?
    city: Paris
    language: French
    assert: [{type: contains, value: Paris}]
- id: read
  vars: {question: file://question.txt, city: Rome, language: Italian, source: a book}
- id: taken
  vars: {question: Who?, city: Oslo, tags: x}
  assert: [{type: contains, value: "{{vars.tags}}"}]
$ promptctl -C use lint
golden/ask/cases.yaml:5:5: warning[unused-variable]: neither the prompt nor an assertion uses `language` (in 2 cases)
        language: French
        ^
  hint: `{language}` is text to the prompt: write {{language}}
golden/ask/cases.yaml:6:5: error[misplaced-key]: `assert` is a variable here, and nothing uses it
        assert: [{type: contains, value: Paris}]
        ^
  hint: the key of a case stands beside `vars`, not in it
golden/ask/cases.yaml:8:20: warning[file-reference]: `question` is the name of a file, and no file is read for it
      vars: {question: file://question.txt, city: Rome, la…
                       ^
  hint: put the file's text here
golden/ask/cases.yaml:8:72: warning[unused-variable]: neither the prompt nor an assertion uses `source`
    …txt, city: Rome, language: Italian, source: a book}
                                         ^
golden/ask/suite.yaml:3:73: warning[file-reference]: an assertion's value is the name of a file, and no file is read for it
    …city}}"}, {type: not-equals, value: file://never.txt}]
                                         ^
  hint: put the file's text here
prompts/ask.prompt:3:25: warning[file-reference]: `city` is the name of a file, and no file is read for it
    input: {default: {city: file://city.txt}}
                            ^
  hint: put the file's text here
1 error, 5 warnings
[exit 1]
# Nothing can be said where the prompt takes all that it is given.
-- use/prompts/ask.prompt
{{json this}}
$ promptctl -C use lint
golden/ask/cases.yaml:8:20: warning[file-reference]: `question` is the name of a file, and no file is read for it
      vars: {question: file://question.txt, city: Rome, la…
                       ^
  hint: put the file's text here
golden/ask/suite.yaml:1:1: error[no-target]: no model to run: neither suite, prompt nor promptctl.yaml names one
    prompt: ask
    ^
  hint: write `model: provider/model` in the prompt, or use --target
golden/ask/suite.yaml:3:73: warning[file-reference]: an assertion's value is the name of a file, and no file is read for it
    …city}}"}, {type: not-equals, value: file://never.txt}]
                                         ^
  hint: put the file's text here
1 error, 2 warnings
[exit 1]
# What spreadsheets save: separators of their own, empty rows and columns, TRUE.
-- sheet/promptctl.yaml
format: 1
-- sheet/prompts/ask.prompt
---
model: openai/m
---
{{question}}
-- sheet/golden/semicolons/suite.yaml
prompt: ask
cases: cases.csv
assert: [{type: contains, value: "{{expected}}"}]
-- sheet/golden/semicolons/cases.csv
id;question;expected;critical;tags;;
one;"1, 2; 3?";4;TRUE;"en;easy";;
;;;;;;
;;
two;5?;6;False;;;;;;
-- sheet/golden/named/suite.yaml
prompt: ask
cases: cases.csv
assert: [{type: contains, value: "{{expected}}"}]
-- sheet/golden/named/cases.csv
"sep=|"
id|question|expected
one|1;2,3?|4
$ promptctl -C sheet lint
no errors in 1 prompt, 2 suites and 3 cases
[exit 0]
# What can't be recognised is told once.
-- sheet/golden/semicolons/cases.csv
id;question, if any;expected
one;1?;2
two;1?;2
-- sheet/golden/named/cases.csv
id,question,question,expected,
one,1?,2?,3,
two,1?,2?,3,x
$ promptctl -C sheet lint
golden/named/cases.csv:1:13: error[duplicate-key]: two columns are called `question`
    id,question,question,expected,
                ^
golden/semicolons/cases.csv:1:1: error[csv-syntax]: `id;question` can't be the name of a column
    id;question, if any;expected
    ^
  hint: where cells are separated by something else than commas, let the first line say so: sep=;
2 errors, 0 warnings
[exit 1]
# A cell in a column without a name is lost to no one.
-- sheet/golden/semicolons/cases.csv
id,question,expected,
one,1?,2,
two,1?,2,x
three,1?,2,,y
-- sheet/golden/named/cases.csv
id,question,expected
one,1?
two,1?,2
$ promptctl -C sheet lint
golden/named/cases.csv:2:1: error[csv-syntax]: the row has 2 cells, the header 3
    one,1?
    ^
golden/semicolons/cases.csv:3:10: error[csv-syntax]: the column of this cell has no name
    two,1?,2,x
             ^
golden/semicolons/cases.csv:4:1: error[csv-syntax]: the row has 5 cells, the header 4
    three,1?,2,,y
    ^
3 errors, 0 warnings
[exit 1]
