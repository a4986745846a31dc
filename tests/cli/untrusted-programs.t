# A program that answers may be the change's own: for a pull request none runs, whatever main says of it.
-- shop/promptctl.yaml
format: 1
providers:
  mine: {type: exec, command: [/bin/sh, models/answer.sh], environment: [LOCAL_KEY]}
-- shop/models/answer.sh
echo '{"text": "Hello"}'
-- shop/prompts/hello.prompt
---
model: mine/any
---
Hello
-- shop/golden/hello/suite.yaml
prompt: hello
cases: cases.jsonl
assert: [{type: contains, value: Hello}]
-- shop/golden/hello/cases.jsonl
{"id": "a"}
-- shop/.gitignore
.promptctl/
$ git init -q -b main shop
$ git -C shop add -A
$ git -C shop commit -qm first
$ git -C shop update-ref refs/remotes/origin/main HEAD
$ git -C shop checkout -q -b thief
-- shop/models/answer.sh
printf '{"text": "Hello %s"}' "$LOCAL_KEY"
$ git -C shop commit -qam "Faster"
$ LOCAL_KEY=key-0123456789 GITHUB_EVENT_NAME=pull_request GITHUB_BASE_REF=main promptctl -C shop eval --no-cache
NO VERDICT  hello on hello: no case has a verdict

  cases      1: 0 passed, 0 failed, 1 error
  latency    not measured
  cost       nothing was called
  model      mine/any
  run        20260102-030405-89025cc1
  signature  dataset:3b18c8bf cases:1 repeats:1 reducer:pass^k prompt:9c00b83b
             suite:08d2bcf9 promptctl:0.1.0 commit:7ff0737b

  ERROR  a
    forbidden: its program is not run for a pull request (or by --trust-head)
[exit 2]
$ GITHUB_EVENT_NAME=push promptctl -C shop doctor --providers --untrusted=origin/main
FAULT  provider    mine/any: forbidden: its program is not run for a pull
                   request (or by --trust-head)
[exit 1]
# Whoever may open a pull request may also have the keys: then it runs, and what it sees of them stays hidden.
$ clock 2026-01-05T09:00:00Z
$ GITHUB_EVENT_NAME=pull_request promptctl -C shop eval --trust-head --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260105-090000-89025cc1","hello","a","mine/any",1,passed,1,0,,,,,false,"","Hello [redacted]"
[exit 0]
# Another program gives other replies: what the cache has is of the program as it was.
$ clock 2026-01-05T09:01:00Z
$ GITHUB_EVENT_NAME=push promptctl -C shop eval --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260105-090100-89025cc1","hello","a","mine/any",1,passed,1,0,,,,,true,"","Hello [redacted]"
[exit 0]
-- shop/models/answer.sh
echo '{"text": "Bye"}'
$ clock 2026-01-05T09:02:00Z
$ promptctl -C shop eval --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260105-090200-89025cc1","hello","a","mine/any",1,failed,0,0,,,,,false,"contains: the reply does not hold ""Hello"": ""Bye""","Bye"
[exit 1]
