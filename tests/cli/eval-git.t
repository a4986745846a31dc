# Inside a git repository a run records the commit, and whether files differ from it.
$ promptctl init
wrote promptctl.yaml
wrote prompts/reviews/sentiment.prompt
wrote golden/sentiment/suite.yaml
wrote golden/sentiment/cases.jsonl
wrote golden/sentiment/cassette.jsonl
next: promptctl lint, then promptctl eval --offline
[exit 0]
$ git init -q
$ git add -A
$ git commit -qm registry
$ promptctl eval --offline -o one.json
ACCEPTED  reviews/sentiment on sentiment: 4 cases passed

  cases      4: 4 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 51.0% to 100.0%
  score      1.000, 95% interval 1.000 to 1.000
  metrics    speed 100.0%
  latency    not measured (4 replayed, not counted)
  tokens     240 in, 4 out
  cost       $0.0000384
  model      openai/gpt-4o-mini
  run        offline-96a9aea6a0ae
  signature  dataset:dbf47201 cases:4 repeats:1 reducer:all prompt:1174dc7f
             suite:01d1d0af promptctl:0.1.0 commit:dddb98c3
[exit 0]
$ git add -A
$ git commit -qm report
$ promptctl eval --offline --json -o two.json
ACCEPTED  reviews/sentiment on sentiment: 4 cases passed

  cases      4: 4 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 51.0% to 100.0%
  score      1.000, 95% interval 1.000 to 1.000
  metrics    speed 100.0%
  latency    not measured (4 replayed, not counted)
  tokens     240 in, 4 out
  cost       $0.0000384
  model      openai/gpt-4o-mini
  run        offline-96a9aea6a0ae
  signature  dataset:dbf47201 cases:4 repeats:1 reducer:all prompt:1174dc7f
             suite:01d1d0af promptctl:0.1.0 commit:400f906d
[exit 0]
$ promptctl runs show offline --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"offline-96a9aea6a0ae","sentiment","happy","openai/gpt-4o-mini",1,passed,1.000000,420,400,60,1,0.0000096,true,"","positive"
"offline-96a9aea6a0ae","sentiment","angry","openai/gpt-4o-mini",1,passed,1.000000,420,400,60,1,0.0000096,true,"","negative"
"offline-96a9aea6a0ae","sentiment","both","openai/gpt-4o-mini",1,passed,1.000000,420,400,60,1,0.0000096,true,"","mixed"
"offline-96a9aea6a0ae","sentiment","german","openai/gpt-4o-mini",1,passed,1.000000,420,400,60,1,0.0000096,true,"","positive"
[exit 0]
