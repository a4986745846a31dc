# What went wrong becomes a golden case: of a run, with why it did not pass.
-- prompts/p.prompt
---
model: openai/m
input: {schema: {q: string}}
---
{{q}}
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: fine}]
-- golden/p/cases.jsonl
{"id": "good", "vars": {"q": "1"}, "output": "fine"}
{"id": "bad", "vars": {"q": "2 of Mia Kern"}, "output": "Mia Kern is not", "tags": ["x"], "assert": [{"type": "not-contains", "value": "Mia Kern"}], "history": [{"role": "user", "content": "I am Mia Kern"}]}
-- golden/regressions/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: fine}]
-- golden/regressions/cases.jsonl
{"id": "old", "vars": {"q": "0"}, "output": "fine"}
$ promptctl eval --suite p --quiet --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-030405-89025cc1","p","good","openai/m",1,passed,1,,,,,,true,"","fine"
"20260102-030405-89025cc1","p","bad","openai/m",1,failed,0,,,,,,true,"contains: the reply does not hold ""fine"": ""Mia Kern is not""; not-contains: `contains` ""Mia Kern"" holds, but must not; the reply is ""Mia Kern is not""","Mia Kern is not"
[exit 1]
$ promptctl cases add regressions --run latest --redact "Mia Kern" --tag run
added 1 case to golden/regressions/cases.jsonl: bad
[exit 0]
$ cat golden/regressions/cases.jsonl
{"id": "old", "vars": {"q": "0"}, "output": "fine"}
{"id":"bad","vars":{"q":"2 of [redacted]"},"assert":[{"type":"not-contains","value":"[redacted]"}],"tags":["x","run"],"history":[{"role":"user","content":"I am [redacted]"}],"output":"[redacted] is not","description":"run 20260102-030405-89025cc1, case bad: contains: the reply does not hold \"fine\": \"[redacted] is not\""}
# Nothing is added twice, nor where a fault is.
$ promptctl cases add regressions --run latest
[stderr]
golden/regressions/cases.jsonl: error[duplicate-case]: the dataset has a case `bad`
  hint: give the new one another id, or leave out what is there
[exit 2]
$ promptctl cases add regressions --run latest --case nothing
[stderr]
error[unknown-case]: run 20260102-030405-89025cc1 has no such case that the dataset of p still has
  hint: see promptctl runs show
[exit 2]
-- log.jsonl
{"vars": {"q": "from the log"}, "expected": 7}
{"vars": {"q": "another"}, "id": "second"}
$ promptctl cases add regressions log.jsonl
added 2 cases to golden/regressions/cases.jsonl: 643482d417d1, second
[exit 0]
$ cat golden/regressions/cases.jsonl
{"id": "old", "vars": {"q": "0"}, "output": "fine"}
{"id":"bad","vars":{"q":"2 of [redacted]"},"assert":[{"type":"not-contains","value":"[redacted]"}],"tags":["x","run"],"history":[{"role":"user","content":"I am [redacted]"}],"output":"[redacted] is not","description":"run 20260102-030405-89025cc1, case bad: contains: the reply does not hold \"fine\": \"[redacted] is not\""}
{"id":"643482d417d1","vars":{"q":"from the log"},"expected":7,"description":"from log.jsonl"}
{"id":"second","vars":{"q":"another"},"description":"from log.jsonl"}
-- log.jsonl
{"vars": {"q": "x"}, "expect": 7}
$ promptctl cases add regressions log.jsonl
[stderr]
log.jsonl:1:22: error[unknown-key]: unknown key `expect`
    {"vars": {"q": "x"}, "expect": 7}
                         ^
  hint: did you mean `expected`?
1 error, 0 warnings
log.jsonl: error[empty-dataset]: the file has faults: nothing is added
[exit 2]
$ promptctl cases add regressions
[stderr]
error[usage]: say where the cases come from
  hint: a FILE of cases, or --run RUN
[exit 2]
$ promptctl cases add regression log.jsonl
[stderr]
error[unknown-suite]: there is no suite `regression`
  hint: did you mean `regressions`?
[exit 2]
$ promptctl cases add regressions nothing.jsonl
[stderr]
nothing.jsonl: error[missing-file]: there is no file `nothing.jsonl`
[exit 2]
-- golden/csv/suite.yaml
prompt: p
cases: cases.csv
assert: [{type: contains, value: fine}]
-- golden/csv/cases.csv
id,q
a,1
-- log.jsonl
{"vars": {"q": "x"}}
$ promptctl cases add csv log.jsonl
[stderr]
golden/csv/cases.csv: error[unknown-dataset]: cases are added to a dataset in JSON lines
  hint: a line can be added without writing the others anew: cases.jsonl
[exit 2]
