# init makes a registry that lints and evaluates at once, and writes over nothing.
$ promptctl init
wrote promptctl.yaml
wrote prompts/reviews/sentiment.prompt
wrote golden/sentiment/suite.yaml
wrote golden/sentiment/cases.jsonl
wrote golden/sentiment/cassette.jsonl
next: promptctl lint, then promptctl eval --offline
[exit 0]
$ promptctl lint
no errors in 1 prompt, 1 suite and 4 cases
[exit 0]
$ promptctl eval --offline
ACCEPTED  reviews/sentiment on sentiment: 4 cases passed

  cases      4: 4 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 51.0% to 100.0%
  score      1.000, 95% interval 0.405 to 1.000
  metrics    speed 100.0%
  latency    not measured (4 replayed, not counted)
  tokens     240 in, 4 out
  cost       $0.0000384
  model      openai/gpt-4o-mini
  run        offline-649e757b291c
  signature  dataset:dbf47201 cases:4 repeats:1 reducer:pass^k prompt:1174dc7f
             suite:01d1d0af promptctl:0.1.0
[exit 0]
$ cat golden/sentiment/cassette.jsonl
{"request":"4c1a7bcac1ae69b3868ede75541461a356bff62812b1d37cbb7733ed6205770b","output":"positive","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":60,"output":1,"cached":0},"latency_ms":420,"ttft_ms":400}
{"request":"7c4a6a13a2b99e0136ae2f94c3cee6a8da4799f65740ef04693bc8d761b0a6ff","output":"negative","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":60,"output":1,"cached":0},"latency_ms":420,"ttft_ms":400}
{"request":"a051e1529a54757a81fa842ea76741d55c3cb72063bd7e9d11a3d1150d891ec0","output":"mixed","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":60,"output":1,"cached":0},"latency_ms":420,"ttft_ms":400}
{"request":"e6cb56cee156c886fc5ac366c6bfadf4abc16213599bcb804a2ecbaae165af0d","output":"positive","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":60,"output":1,"cached":0},"latency_ms":420,"ttft_ms":400}
$ promptctl init
[stderr]
promptctl.yaml: error[already-exists]: the file is already here; init writes over nothing
[exit 2]
# With a gate, nothing reaches production before somebody's key is named.
$ promptctl init --with-gate gated
wrote promptctl.yaml
wrote prompts/reviews/sentiment.prompt
wrote golden/sentiment/suite.yaml
wrote golden/sentiment/cases.jsonl
wrote allowed_signers
wrote golden/sentiment/cassette.jsonl
next: promptctl lint, then promptctl eval --offline
production takes evidence that ci@example.com signed: write your CI's name in promptctl.yaml, and its key in allowed_signers
[exit 0]
$ git init -q -b main gated
$ git -C gated add -A
$ git -C gated commit -qm registry
$ promptctl -C gated lint
no errors in 1 prompt, 1 suite and 4 cases
[exit 0]
$ promptctl -C gated register reviews/sentiment
registered reviews/sentiment@1 (sha256:1174dc7fe625)
[exit 0]
$ promptctl -C gated promote reviews/sentiment@1 --to staging
reviews/sentiment@1 is live in staging (the first there)
[exit 0]
$ promptctl -C gated eval --offline --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"offline-649e757b291c","sentiment","happy","openai/gpt-4o-mini",1,passed,1,420,400,60,1,0.0000096,true,"","positive"
"offline-649e757b291c","sentiment","angry","openai/gpt-4o-mini",1,passed,1,420,400,60,1,0.0000096,true,"","negative"
"offline-649e757b291c","sentiment","both","openai/gpt-4o-mini",1,passed,1,420,400,60,1,0.0000096,true,"","mixed"
"offline-649e757b291c","sentiment","german","openai/gpt-4o-mini",1,passed,1,420,400,60,1,0.0000096,true,"","positive"
[exit 0]
$ promptctl -C gated promote reviews/sentiment@1 --to production
INCONCLUSIVE  production stays as it is

  ? gate: reviews/sentiment@1 on sentiment with openai/gpt-4o-mini: evidence: there is none that may be used
    note: run offline-649e757b291c is refused: not vouched for (unsigned), and the policy wants it signed by ci@example.com
    note: promptctl eval reviews/sentiment@1 --suite sentiment --target openai/gpt-4o-mini --no-cache makes evidence
  --override --reason TEXT goes past this, for all to see
[exit 3]
