# What a run showed is written as evidence, one statement a line, and holds no text of prompts, cases or replies.
$ promptctl init w
wrote promptctl.yaml
wrote prompts/reviews/sentiment.prompt
wrote golden/sentiment/suite.yaml
wrote golden/sentiment/cases.jsonl
wrote golden/sentiment/cassette.jsonl
next: promptctl lint, then promptctl eval --offline
[exit 0]
$ git init -q -b main w
$ git -C w add -A
$ git -C w commit -qm registry
$ promptctl -C w eval --offline -o ../all.intoto.jsonl
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
             suite:01d1d0af promptctl:0.1.0 commit:dddb98c3
[exit 0]
$ cat all.intoto.jsonl
{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"reviews/sentiment","digest":{"sha256":"1174dc7fe625fe98f727907078e84292abf62bf42184f87a66c54ab2be0a7d3c"}}],"predicateType":"urn:promptctl:evaluation:v1","predicate":{"result":"PASSED","dataset":{"digest":"dbf47201520f8501d441328f2d069203a2c01e702d19c96adc7e3484269cae79","cases":4},"suite":{"id":"sentiment","digest":"01d1d0afcb8f84c8d363d84f6b574f5889ceba2b5137a9a056f6e95fc5eb40b1","reducer":"pass^k"},"prices":"772eddd19dc48b2889350d9aa4761dd4cecec9931097c1ac5ac51811388cdaff","target":{"asked":"openai/gpt-4o-mini","reported":"gpt-4o-mini","own_model":true},"tool":{"name":"promptctl","version":"0.1.0"},"run":{"id":"offline-649e757b291c","started":"2026-01-02T03:04:05Z","address":"reviews/sentiment","repeats":1,"planned":4,"selection":"{}","commit":"dddb98c34e6ffa648c8e5985985ca3db60e3822e","offline":true,"replayed":4,"producer":"Mia Kern <mia@larchpine.example>"},"summary":{"cases":4,"passed":4,"failed":0,"errors":0,"missing":0,"quarantined":0,"pass_rate":{"value":1,"low":0.510109,"high":1},"score":{"mean":1,"low":0.404903,"high":1},"latency_ms":null,"ttft_ms":null,"tokens":{"input":240,"output":4,"cached":0},"cost_usd":"0.0000384"},"cases":[{"case":"angry","passed":1,"score":1,"tags":["en"],"metrics":{"speed":1},"cost_usd":"0.0000096","priced":1},{"case":"both","passed":1,"score":1,"tags":["en"],"metrics":{"speed":1},"cost_usd":"0.0000096","priced":1},{"case":"german","passed":1,"score":1,"tags":["de"],"metrics":{"speed":1},"cost_usd":"0.0000096","priced":1},{"case":"happy","passed":1,"score":1,"tags":["en"],"metrics":{"speed":1},"cost_usd":"0.0000096","priced":1}]}}
$ promptctl -C w runs export latest --format in-toto
{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"reviews/sentiment","digest":{"sha256":"1174dc7fe625fe98f727907078e84292abf62bf42184f87a66c54ab2be0a7d3c"}}],"predicateType":"urn:promptctl:evaluation:v1","predicate":{"result":"PASSED","dataset":{"digest":"dbf47201520f8501d441328f2d069203a2c01e702d19c96adc7e3484269cae79","cases":4},"suite":{"id":"sentiment","digest":"01d1d0afcb8f84c8d363d84f6b574f5889ceba2b5137a9a056f6e95fc5eb40b1","reducer":"pass^k"},"prices":"772eddd19dc48b2889350d9aa4761dd4cecec9931097c1ac5ac51811388cdaff","target":{"asked":"openai/gpt-4o-mini","reported":"gpt-4o-mini","own_model":true},"tool":{"name":"promptctl","version":"0.1.0"},"run":{"id":"offline-649e757b291c","started":"2026-01-02T03:04:05Z","address":"reviews/sentiment","repeats":1,"planned":4,"selection":"{}","commit":"dddb98c34e6ffa648c8e5985985ca3db60e3822e","offline":true,"replayed":4,"producer":"Mia Kern <mia@larchpine.example>"},"summary":{"cases":4,"passed":4,"failed":0,"errors":0,"missing":0,"quarantined":0,"pass_rate":{"value":1,"low":0.510109,"high":1},"score":{"mean":1,"low":0.404903,"high":1},"latency_ms":null,"ttft_ms":null,"tokens":{"input":240,"output":4,"cached":0},"cost_usd":"0.0000384"},"cases":[{"case":"angry","passed":1,"score":1,"tags":["en"],"metrics":{"speed":1},"cost_usd":"0.0000096","priced":1},{"case":"both","passed":1,"score":1,"tags":["en"],"metrics":{"speed":1},"cost_usd":"0.0000096","priced":1},{"case":"german","passed":1,"score":1,"tags":["de"],"metrics":{"speed":1},"cost_usd":"0.0000096","priced":1},{"case":"happy","passed":1,"score":1,"tags":["en"],"metrics":{"speed":1},"cost_usd":"0.0000096","priced":1}]}}
[exit 0]
$ promptctl -C w eval --offline --first 2 --format in-toto -o ../two.intoto.jsonl
{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"reviews/sentiment","digest":{"sha256":"1174dc7fe625fe98f727907078e84292abf62bf42184f87a66c54ab2be0a7d3c"}}],"predicateType":"urn:promptctl:evaluation:v1","predicate":{"result":"PASSED","dataset":{"digest":"dbf47201520f8501d441328f2d069203a2c01e702d19c96adc7e3484269cae79","cases":4},"suite":{"id":"sentiment","digest":"01d1d0afcb8f84c8d363d84f6b574f5889ceba2b5137a9a056f6e95fc5eb40b1","reducer":"pass^k"},"prices":"772eddd19dc48b2889350d9aa4761dd4cecec9931097c1ac5ac51811388cdaff","target":{"asked":"openai/gpt-4o-mini","reported":"gpt-4o-mini","own_model":true},"tool":{"name":"promptctl","version":"0.1.0"},"run":{"id":"offline-36024e463ef5","started":"2026-01-02T03:04:05Z","address":"reviews/sentiment","repeats":1,"planned":2,"selection":"{\"first\":2}","commit":"dddb98c34e6ffa648c8e5985985ca3db60e3822e","offline":true,"replayed":2,"producer":"Mia Kern <mia@larchpine.example>"},"summary":{"cases":2,"passed":2,"failed":0,"errors":0,"missing":0,"quarantined":0,"pass_rate":{"value":1,"low":0.34238,"high":1},"score":{"mean":1,"low":0,"high":1},"latency_ms":null,"ttft_ms":null,"tokens":{"input":120,"output":2,"cached":0},"cost_usd":"0.0000192"},"cases":[{"case":"angry","passed":1,"score":1,"tags":["en"],"metrics":{"speed":1},"cost_usd":"0.0000096","priced":1},{"case":"happy","passed":1,"score":1,"tags":["en"],"metrics":{"speed":1},"cost_usd":"0.0000096","priced":1}]}}
[exit 0]
# It is recorded with the version whose content it is of.
$ promptctl -C w register reviews/sentiment --evidence ../all.intoto.jsonl -m "the first"
registered reviews/sentiment@1 (sha256:1174dc7fe625)
  evidence 6f3bb01b812a is recorded for it
[exit 0]
$ promptctl -C w log
#1    2026-01-02T03:04:05Z  register  reviews/sentiment@1  Mia Kern
      the first
[exit 0]
$ promptctl -C w status
reviews/sentiment  latest @1, 1 statement of evidence, the working tree has it

ledger: event 1, 2026-01-02T03:04:05Z
[exit 0]
$ promptctl -C w verify
ACCEPTED  1 event replayed, every view follows from them

  tip  4d53a9d63b057e79426bbfe96ff71a8c86f5584a
[exit 0]
# For a version that is known it is an event of its own; what was recorded before is not recorded again.
$ promptctl -C w register reviews/sentiment --evidence ../two.intoto.jsonl --evidence ../all.intoto.jsonl -m "half of it"
reviews/sentiment@1 has this content already (sha256:1174dc7fe625)
  evidence 0470dbc4b47e is recorded for it
  evidence 6f3bb01b812a was recorded before
[exit 0]
$ promptctl -C w register reviews/sentiment --evidence ../two.intoto.jsonl
reviews/sentiment@1 has this content already (sha256:1174dc7fe625)
  evidence 0470dbc4b47e was recorded before
[exit 0]
$ promptctl -C w register --changed --evidence ../two.intoto.jsonl --json
{
  "format": "promptctl-registration 1",
  "event": null,
  "prompts": [
    {
      "prompt": "reviews/sentiment",
      "version": 1,
      "digest": "1174dc7fe625fe98f727907078e84292abf62bf42184f87a66c54ab2be0a7d3c",
      "outcome": "known",
      "interface_changed": false,
      "evidence": [],
      "evidence_recorded_before": [
        "0470dbc4b47e6c83c1cc4d141671d7ac3aaafc1f72f17687a3783d4b052f7059"
      ]
    }
  ]
}
[exit 0]
$ promptctl -C w log reviews/sentiment --json
{
  "format": "promptctl-log 1",
  "events": [
    {
      "prompt": "reviews/sentiment",
      "seq": 2,
      "type": "attest",
      "actor": "Mia Kern <mia@larchpine.example>",
      "at": "2026-01-02T03:04:05Z",
      "reason": "half of it",
      "effect": "attested",
      "version": 1
    },
    {
      "prompt": "reviews/sentiment",
      "seq": 1,
      "type": "register",
      "actor": "Mia Kern <mia@larchpine.example>",
      "at": "2026-01-02T03:04:05Z",
      "reason": "the first",
      "effect": "registered",
      "version": 1
    }
  ]
}
[exit 0]
$ promptctl -C w status --json
{
  "format": "promptctl-status 1",
  "seq": 2,
  "prompts": [
    {
      "prompt": "reviews/sentiment",
      "registry": "",
      "newest": 1,
      "latest": 1,
      "attested": [
        "6f3bb01b812a72093b8600239c5bc8973b0033a0175f3cd2be627c3fc96dfd27",
        "0470dbc4b47e6c83c1cc4d141671d7ac3aaafc1f72f17687a3783d4b052f7059"
      ],
      "in_working_tree": true,
      "working_tree_version": 1,
      "live": []
    }
  ],
  "requests": [],
  "ended_requests": []
}
[exit 0]
$ promptctl -C w verify
ACCEPTED  2 events replayed, every view follows from them

  tip  461fff9c0c693dec8839db3d86ab05441cfaca04
[exit 0]
# Evidence of other content is refused, and says of which.
-- w/prompts/reviews/sentiment.prompt
---
model: openai/gpt-4o-mini
input: {schema: {review: string}}
---
Is this review positive or negative? {{review}}
$ git -C w commit -qam another
$ promptctl -C w register reviews/sentiment --evidence ../all.intoto.jsonl
[stderr]
../all.intoto.jsonl: error[evidence-mismatch]: run offline-649e757b291c is of other content: reviews/sentiment sha256:1174dc7fe625
  hint: wanted: reviews/sentiment sha256:a383b2391262
1 error, 0 warnings
[exit 1]
$ promptctl -C w register reviews/sentiment@git:HEAD~1 --evidence ../all.intoto.jsonl
reviews/sentiment@1 has this content already (sha256:1174dc7fe625)
  evidence 6f3bb01b812a was recorded before
[exit 0]
# So is that of a run whose files were not as committed.
$ git -C w checkout -q HEAD~1
-- w/notes.txt
not committed, and not read
-- w/golden/sentiment/suite.yaml
prompt: reviews/sentiment
cases: cases.jsonl
assert: [{type: equals, value: "{{expected}}", case_sensitive: false}]
$ promptctl -C w eval --offline -o ../dirty.intoto.jsonl --format jsonl --first 1
[stderr]
golden/sentiment/suite.yaml:3:48: error[unknown-key]: unknown key `case_sensitive`
    assert: [{type: equals, value: "{{expected}}", case_sensitive: false}]
                                                   ^
  hint: known keys: type, weight, required, metric, value
1 error, 0 warnings
[exit 1]
$ promptctl -C w register reviews/sentiment --evidence ../dirty.intoto.jsonl
[stderr]
../dirty.intoto.jsonl: error[missing-file]: there is no such file
  hint: promptctl eval -o evidence.intoto.jsonl writes one
[exit 2]
# A file must hold evidence that nobody edited.
-- empty.intoto.jsonl
-- edited.intoto.jsonl

{"_type": "https://in-toto.io/Statement/v1", "subject": [], "predicateType": "urn:promptctl:evaluation:v1", "predicat": {}}
$ promptctl -C w register reviews/sentiment --evidence ../empty.intoto.jsonl
[stderr]
../empty.intoto.jsonl: error[bad-evidence]: the file holds no evidence
  hint: promptctl eval -o evidence.intoto.jsonl writes some
1 error, 0 warnings
[exit 1]
$ promptctl -C w register reviews/sentiment --evidence ../edited.intoto.jsonl
[stderr]
../edited.intoto.jsonl:2:1: error[missing-key]: `predicate` is missing
    {"_type": "https://in-toto.io/State…
    ^
../edited.intoto.jsonl:2:57: error[bad-evidence]: evidence is of one prompt
    …n-toto.io/Statement/v1", "subject": [], "predicateType": "urn:promptctl…
                                         ^
../edited.intoto.jsonl:2:109: error[unknown-key]: unknown key `predicat`
    …pe": "urn:promptctl:evaluation:v1", "predicat": {}}
                                         ^
  hint: did you mean `predicate`?
3 errors, 0 warnings
[exit 1]
$ promptctl -C w register reviews/sentiment --evidence ../none.intoto.jsonl
[stderr]
../none.intoto.jsonl: error[missing-file]: there is no such file
  hint: promptctl eval -o evidence.intoto.jsonl writes one
[exit 2]
$ promptctl -C w verify
ACCEPTED  2 events replayed, every view follows from them

  tip  461fff9c0c693dec8839db3d86ab05441cfaca04
[exit 0]
# Evidence that a fork's pull request made is refused.
$ git -C w clean -qf
$ GITHUB_EVENT_NAME=pull_request promptctl -C w eval --offline -o ../fork.intoto.jsonl --format jsonl --first 1
[stderr]
golden/sentiment/suite.yaml:3:48: error[unknown-key]: unknown key `case_sensitive`
    assert: [{type: equals, value: "{{expected}}", case_sensitive: false}]
                                                   ^
  hint: known keys: type, weight, required, metric, value
1 error, 0 warnings
[exit 1]
$ promptctl -C w register reviews/sentiment --evidence ../fork.intoto.jsonl
[stderr]
../fork.intoto.jsonl: error[missing-file]: there is no such file
  hint: promptctl eval -o evidence.intoto.jsonl writes one
[exit 2]
