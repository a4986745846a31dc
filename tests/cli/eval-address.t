# A prompt as it is in a commit is evaluated by the suite as it is now, read from git's objects.
-- prompts/p.prompt
---
model: openai/m
---
Say {{> tone}}
-- prompts/_tone.prompt
yes
-- golden/s/suite.yaml
prompt: p
cases: cases.yaml
assert: [{type: equals, value: "yes"}]
-- golden/s/cases.yaml
- {id: a, output: "yes"}
$ git init -q
$ git add -A
$ git commit -qm one
-- prompts/_tone.prompt
no
$ promptctl render p
[user]
Say no

[exit 0]
$ promptctl render p@git:HEAD
[user]
Say yes

[exit 0]
$ promptctl render prompts:/p@git:HEAD --request
{
  "model": "m",
  "messages": [
    {
      "role": "user",
      "content": "Say yes\n"
    }
  ],
  "stream": true,
  "stream_options": {
    "include_usage": true
  }
}
[exit 0]
$ promptctl eval p@git:HEAD --offline --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"offline-c5fb13416bdc","s","a","openai/m",1,passed,1,,,,,,true,"","yes"
[exit 0]
$ promptctl eval p p@git:HEAD --offline --cases 0
ACCEPTED  p on s: 1 case passed

  cases      1: 1 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 20.7% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    not measured (1 replayed, not counted)
  cost       nothing was called
  model      openai/m
  run        offline-359b8f3603c1
  signature  dataset:abda6696 cases:1 repeats:1 reducer:pass^k prompt:162dc5a8
             suite:2d0b4e01 promptctl:0.1.0 commit:b7ec8d58+dirty

ACCEPTED  p@git:HEAD on s: 1 case passed

  cases      1: 1 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 20.7% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    not measured (1 replayed, not counted)
  cost       nothing was called
  model      openai/m
  run        offline-c5fb13416bdc
  signature  dataset:abda6696 cases:1 repeats:1 reducer:pass^k prompt:6c7e7633
             suite:2d0b4e01 promptctl:0.1.0 commit:b7ec8d58
[exit 0]
$ promptctl eval p@git:nowhere
[stderr]
error[unknown-revision]: git knows no revision `nowhere`
  hint: in a shallow clone, fetch more history
[exit 2]
$ promptctl eval q@git:HEAD
[stderr]
error[unknown-prompt]: there is no prompt `q`
  hint: did you mean `p`?
[exit 2]
$ promptctl eval p@012
[stderr]
error[bad-address]: `p@012` is no address of a prompt
  hint: NAME is the working tree's; behind an @ may stand a version's number, an environment, latest, sha256:DIGEST or git:REVISION
[exit 2]
$ promptctl eval p@12
[stderr]
error[no-ledger]: no version of a prompt is known here
  hint: promptctl sync fetches the ledger
[exit 2]
