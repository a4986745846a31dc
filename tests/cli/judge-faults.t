# A judge that nobody named a model for is a fault at the assertion: it is never the model under test by itself.
-- promptctl.yaml
format: 1
defaults: {target: local/small}
providers:
  local: {type: openai, base_url: "https://127.0.0.1:1/v1"}
-- prompts/p.prompt
Hello
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert:
  - {type: llm-rubric, value: "Is polite."}
-- golden/p/cases.jsonl
{"id": "c"}
$ promptctl eval
[stderr]
golden/p/suite.yaml:4:12: error[no-judge]: no model is named that the judge `rubric` is asked of
      - {type: llm-rubric, value: "Is polite."}
               ^
  hint: write `defaults: {judge: provider/model}` in promptctl.yaml; it is never the model under test by itself
1 error, 0 warnings
[exit 1]
# So is a judge that does not exist, a text it has no variable for, and a word that it never says.
-- promptctl.yaml
format: 1
defaults: {target: local/small, judge: local/wise}
providers:
  local: {type: openai, base_url: "https://127.0.0.1:1/v1"}
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
judges:
  fact: {prompt: judges/none}
  idle: {prompt: judges/none}
assert:
  - {type: judge, judge: factualty, reference: x, pass: [agrees]}
  - {type: judge, judge: fact, reference: x}
  - {type: judge, judge: rubric, reference: x}
  - {type: judge, judge: factuality, reference: x, pass: [agree]}
  - {type: factuality, value: x, pass: [agrees, subset, superset, differs, contradicts]}
  - {type: factuality, value: "{{expected}}", scores: {agrees: 2}}
  - {type: g-eval, value: "Is polite.", threshold: 6}
  - {type: g-eval, value: "Is polite."}
  - {type: judge, judge: better, pass: [first]}
  - {type: judge, judge: rubric}
  - {type: llm-rubric, value: "  "}
  - {type: llm-rubric, value: "Is polite.", threshold: 0.8}
  - {type: similar, value: "Hello"}
$ promptctl eval
[stderr]
golden/p/suite.yaml:4:3: error[unknown-prompt]: there is no prompt `judges/none`
      fact: {prompt: judges/none}
      ^
golden/p/suite.yaml:7:26: error[unknown-judge]: there is no judge `factualty`
      - {type: judge, judge: factualty, reference: x, pass: [agrees]}
                             ^
  hint: did you mean `factuality`?
golden/p/suite.yaml:9:45: error[unknown-key]: the judge `rubric` has no variable `reference`
      - {type: judge, judge: rubric, reference: x}
                                                ^
  hint: its prompt file names what it is told
golden/p/suite.yaml:10:58: error[unknown-choice]: the judge `factuality` never says `agree`
      - {type: judge, judge: factuality, reference: x, pass: [agree]}
                                                             ^
  hint: did you mean `agrees`?
golden/p/suite.yaml:11:40: error[says-nothing]: this passes on every word of the judge `factuality`
    … {type: factuality, value: x, pass: [agrees, subset, superset, differs,…
                                         ^
golden/p/suite.yaml:13:52: error[out-of-range]: `threshold` is a level of the judge `g-eval`: more than 1 and at most 5
      - {type: g-eval, value: "Is polite.", threshold: 6}
                                                       ^
golden/p/suite.yaml:14:5: error[missing-key]: `threshold` is missing
      - {type: g-eval, value: "Is polite."}
        ^
golden/p/suite.yaml:15:5: error[wrong-judge]: the judge `better` compares two replies, and here is one
      - {type: judge, judge: better, pass: [first]}
        ^
  hint: see `promptctl judge compare`
golden/p/suite.yaml:16:5: error[missing-key]: the judge `rubric` can't be asked: the property `criterion` is missing
      - {type: judge, judge: rubric}
        ^
  hint: give the assertion what the judge's prompt asks for
golden/p/suite.yaml:17:31: error[empty-value]: `value` is empty
      - {type: llm-rubric, value: "  "}
                                  ^
golden/p/suite.yaml:18:45: error[unknown-key]: unknown key `threshold`
      - {type: llm-rubric, value: "Is polite.", threshold: 0.8}
                                                ^
  hint: known keys: type, weight, required, metric, judge, value, reference, question, context
golden/p/suite.yaml:19:5: error[missing-key]: `threshold` is missing
      - {type: similar, value: "Hello"}
        ^
golden/p/suite.yaml:19:12: error[no-embedder]: no model is named that makes embeddings
      - {type: similar, value: "Hello"}
               ^
  hint: write `model` here, or `defaults: {embedder: provider/model}` in promptctl.yaml
13 errors, 0 warnings
[exit 1]
# A prompt that judges is read as one: its reason comes first, it may say that it can't tell, and what it judges is never
# in the system role.
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: a}]
-- prompts/judges/hasty.prompt
---
promptctl.judge: criterion
input: {schema: {reply: string}}
output: {format: json, schema: {verdict(enum): [yes, no, unclear], reason: string}}
---
{{reply}}
-- prompts/judges/sure.prompt
---
promptctl.judge: criterion
input: {schema: {reply: string}}
output: {format: json, schema: {reason: string, verdict(enum): [yes, no]}}
---
{{reply}}
-- prompts/judges/deaf.prompt
---
promptctl.judge: scale
output: {format: json, schema: {reason: string, verdict(enum): ["1", "2", unclear]}}
---
Is it good?
-- prompts/judges/naive.prompt
---
promptctl.judge: choice
input: {schema: {reply: string}}
output: {format: json, schema: {reason: string, verdict(enum): [good, bad, unclear]}}
---
{{role "system"}}Judge this: {{reply}}
{{role "user"}}Go.
-- prompts/judges/typed.prompt
---
promptctl.judge: criterion
input: {schema: {reply: string, level?: integer}}
output: {format: json, schema: {reason: string, verdict(enum): [yes, no, unclear]}}
---
{{role "system"}}Judge this: {{reply}} {{level}}
{{role "user"}}Go.
-- prompts/judges/branched.prompt
---
promptctl.judge: criterion
input: {schema: {reply: string, question?: string}}
output: {format: json, schema: {reason: string, verdict(enum): [yes, no, unclear]}}
---
{{role "system"}}{{#unless question}}{{reply}}{{/unless}}Judge.
{{role "user"}}{{reply}}{{question}}
-- prompts/judges/free.prompt
---
promptctl.judge: pairwise
input: {schema: {first: string, second: string}}
output: {format: json}
---
{{first}} {{second}}
-- prompts/judges/claims.prompt
---
promptctl.judge: claims
---
{{reply}}
$ promptctl lint
prompts/judges/branched.prompt:1:1: error[bad-judge]: `reply` stands in the system role: what it says would be obeyed
    ---
    ^
  hint: give it in the user's role
prompts/judges/claims.prompt:2:18: error[unknown-choice]: `promptctl.judge` can't be `claims`
    promptctl.judge: claims
                     ^
  hint: one of: criterion, choice, scale, pairwise
prompts/judges/deaf.prompt:1:1: error[bad-judge]: the judge is never told the `reply`
    ---
    ^
  hint: name {{reply}} in the body
prompts/judges/free.prompt:4:9: error[bad-judge]: a judge answers with an object of `reason` and `verdict`
    output: {format: json}
            ^
  hint: schema: {reason: string, verdict(enum): [first, second, tie, unclear]}
prompts/judges/hasty.prompt:4:9: error[bad-judge]: the verdict stands before its reason: a model that has given one defends it
    output: {format: json, schema: {verdict(enu…
            ^
  hint: write `reason` first
prompts/judges/naive.prompt:1:1: error[bad-judge]: `reply` stands in the system role: what it says would be obeyed
    ---
    ^
  hint: give it in the user's role
prompts/judges/sure.prompt:4:9: error[bad-judge]: the judge can't say that it can't tell: `unclear` is missing
    output: {format: json, schema: {reason: str…
            ^
  hint: schema: {reason: string, verdict(enum): [yes, no, unclear]}
prompts/judges/typed.prompt:1:1: error[bad-judge]: `reply` stands in the system role: what it says would be obeyed
    ---
    ^
  hint: give it in the user's role
8 errors, 0 warnings
[exit 1]
# A judge of the family of what it judges is a warning; one that may not see the data is a fault.
-- promptctl.yaml
format: 1
defaults: {target: local/gpt-4o-mini, judge: other/gpt-4o}
providers:
  local: {type: openai, base_url: "https://127.0.0.1:1/v1", max_data_class: restricted}
  other: {type: openai, base_url: "https://127.0.0.1:1/v1"}
$ sh -c "rm -r prompts/judges"
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
data_class: confidential
assert: [{type: llm-rubric, value: "Is polite."}]
$ promptctl lint
golden/p/suite.yaml:4:17: error[data-class]: confidential data may not be sent to `other`, which may see internal data: it may not judge
    assert: [{type: llm-rubric, value: "Is polite."}]
                    ^
1 error, 0 warnings
[exit 1]
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: llm-rubric, value: "Is polite."}]
$ promptctl lint
golden/p/suite.yaml:1:1: warning[self-judging]: `other/gpt-4o` judges `local/gpt-4o-mini`, a model of its own family: models prefer what is like their own
    prompt: p
    ^
  hint: name another model for the judge `rubric`
0 errors, 1 warning
no errors in 1 prompt, 1 suite and 1 case
[exit 0]
# What a judge's own prompt says is data too.
-- prompts/judges/guarded.prompt
---
promptctl.judge: criterion
promptctl.dataClass: restricted
input: {schema: {reply: string}}
output: {format: json, schema: {reason: string, verdict(enum): [yes, no, unclear]}}
---
Our secret rules. {{reply}}
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: judge, judge: guarded}]
$ promptctl lint
golden/p/suite.yaml:3:31: error[data-class]: restricted data may not be sent to `other`, which may see internal data: it may not judge
    assert: [{type: judge, judge: guarded}]
                                  ^
1 error, 0 warnings
[exit 1]
