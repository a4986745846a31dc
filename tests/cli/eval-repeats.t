# Repeats of a case become one verdict by the suite's reducer; cases whose repeats differ are listed.
-- promptctl.yaml
format: 1
providers: {local: {type: openai, base_url: "${MOCK_URL}"}}
-- prompts/p.prompt
---
model: local/m
input: {schema: {q: string}}
---
{{q}}
-- mock.yaml
rules:
  - when: {text: shaky}
    reply: "no"
    faults: [{kind: malformed, every: 100}]
  - reply: "yes"
-- golden/s/suite.yaml
prompt: p
cases: cases.yaml
repeat: 3
quarantine:
  - {case: shaky, owner: ada@larchpine.example, reason: the model is unsure, until: 2026-01-31}
assert: [{type: equals, value: "yes"}]
-- golden/s/cases.yaml
- {id: sure, vars: {q: sure}}
- {id: shaky, vars: {q: shaky}}
$ clock 2026-01-05T09:00:00Z
$ mock mock.yaml
$ promptctl eval p --record golden/s/cassette.jsonl -q --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260105-090000-89025cc1","s","sure","local/m",1,passed,1,0,0,2,1,,false,"","yes"
"20260105-090000-89025cc1","s","sure","local/m",2,passed,1,0,0,2,1,,false,"","yes"
"20260105-090000-89025cc1","s","sure","local/m",3,passed,1,0,0,2,1,,false,"","yes"
"20260105-090000-89025cc1","s","shaky","local/m",1,failed,0,0,0,2,1,,false,"equals: expected ""yes"", not ""no""","no"
"20260105-090000-89025cc1","s","shaky","local/m",2,failed,0,0,0,2,1,,false,"equals: expected ""yes"", not ""no""","no"
"20260105-090000-89025cc1","s","shaky","local/m",3,failed,0,0,0,2,1,,false,"equals: expected ""yes"", not ""no""","no"
[exit 0]
# What is recorded of a repeat can be of another mind.
$ promptctl lint
no errors in 1 prompt, 1 suite and 2 cases
[exit 0]
$ clock 2026-02-01T00:00:00Z
$ promptctl lint
golden/s/suite.yaml:5:5: error[expired-quarantine]: the quarantine of `shaky` ended on 2026-01-31
      - {case: shaky, owner: ada@larchpine.…
        ^
  hint: mend the case, or ask ada@larchpine.example for another date
1 error, 0 warnings
[exit 1]
$ promptctl eval p --offline
[stderr]
golden/s/suite.yaml:5:5: error[expired-quarantine]: the quarantine of `shaky` ended on 2026-01-31
      - {case: shaky, owner: ada@larchpine.…
        ^
  hint: mend the case, or ask ada@larchpine.example for another date
1 error, 0 warnings
[exit 1]
-- golden/s/suite.yaml
prompt: p
cases: cases.yaml
reduce: most
quarantine:
  - {case: shakey, owner: ada, reason: r, until: tomorrow}
  - {case: sure, owner: ada, reason: r, until: 2026-02-31}
  - {case: shaky, owner: ada, reason: r, until: 2026-12-31}
  - {case: shaky, owner: ada, reason: r, until: 2026-12-31}
assert: [{type: equals, value: "yes"}]
-- golden/s/cases.yaml
- {id: sure, vars: {q: sure}, critical: true}
- {id: shaky, vars: {q: shaky}}
$ promptctl lint
golden/s/suite.yaml:3:9: error[unknown-choice]: `reduce` can't be `most`
    reduce: most
            ^
  hint: one of: pass^k, pass@k, majority, mean
golden/s/suite.yaml:5:5: error[unknown-case]: the dataset has no case `shakey`
      - {case: shakey, owner: ada, reason: r, until: tomorrow}
        ^
golden/s/suite.yaml:5:50: error[bad-date]: `tomorrow` is no day
      - {case: shakey, owner: ada, reason: r, until: tomorrow}
                                                     ^
  hint: write the last day of the quarantine: 2026-12-31
golden/s/suite.yaml:6:5: error[bad-quarantine]: `sure` is critical, and can't be in quarantine
      - {case: sure, owner: ada, reason: r, until: 2026-02-31}
        ^
golden/s/suite.yaml:6:48: error[bad-date]: `2026-02-31` is no day
      - {case: sure, owner: ada, reason: r, until: 2026-02-31}
                                                   ^
  hint: write the last day of the quarantine: 2026-12-31
golden/s/suite.yaml:8:5: error[bad-quarantine]: `shaky` is named twice
      - {case: shaky, owner: ada, reason: r, until: 2026-12-31}
        ^
6 errors, 0 warnings
[exit 1]
