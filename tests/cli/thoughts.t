# What a model says to itself is kept apart from its answer, by each API's own form, and shown beside it.
-- promptctl.yaml
format: 1
providers:
  chat: {type: openai, base_url: "${MOCK_URL}"}
  anthropic: {base_url: "${MOCK_URL}"}
  ollama: {base_url: "${MOCK_URL}"}
  local: {type: openai, base_url: "${MOCK_URL}", think_tags: both}
-- prompts/p.prompt
Why?
-- golden/p/suite.yaml
prompt: p
targets: [chat/m, anthropic/m, ollama/m, local/tagged]
cases: cases.jsonl
assert: [{type: equals, value: "Because."}]
-- golden/p/cases.jsonl
{"id": "a"}
-- mock.yaml
rules:
  - {when: {model: m}, reply: "Because.", thoughts: "Hm. Say because."}
  - {reply: "<think>\nHm. Say because.\n</think>\n\nBecause."}
$ mock mock.yaml
$ promptctl eval --no-cache --format jsonl
{"run":"20260102-030405-89025cc1","suite":"p","case":"a","target":"chat/m","repeat":1,"tags":[],"group":null,"critical":false,"quarantined":false,"request":"16e935518e9217d43c35faca0e4357ec156efec94c6602930119416c9248404e","passed":true,"score":1,"output":"Because.","refusal":null,"finish_reason":"stop","model":"m","thoughts":"Hm. Say because.","assertions":[{"type":"equals","metric":"","passed":true,"score":1,"weight":1,"required":true,"reason":""}],"reason":"","latency_ms":0,"ttft_ms":0,"queue_ms":0,"usage":{"input":2,"output":2,"cached":0},"cost_usd":null,"cached":false,"attempts":1,"error":null}
{"run":"20260102-030405-1c9756ce","suite":"p","case":"a","target":"anthropic/m","repeat":1,"tags":[],"group":null,"critical":false,"quarantined":false,"request":"19038cc11ebd4594dda55fa989d648d02cb384ae454f45dbf0f87816981720f7","passed":true,"score":1,"output":"Because.","refusal":null,"finish_reason":"stop","model":"m","thoughts":"Hm. Say because.","assertions":[{"type":"equals","metric":"","passed":true,"score":1,"weight":1,"required":true,"reason":""}],"reason":"","latency_ms":0,"ttft_ms":0,"queue_ms":0,"usage":{"input":2,"output":2,"cached":0,"cache_write":0},"cost_usd":null,"cached":false,"attempts":1,"error":null}
{"run":"20260102-030405-db018fed","suite":"p","case":"a","target":"ollama/m","repeat":1,"tags":[],"group":null,"critical":false,"quarantined":false,"request":"a12ab5b7627fb578e66d31c841aa4fdf3f6ac651e986a54f940cd6e682184a79","passed":true,"score":1,"output":"Because.","refusal":null,"finish_reason":"stop","model":"m","thoughts":"Hm. Say because.","assertions":[{"type":"equals","metric":"","passed":true,"score":1,"weight":1,"required":true,"reason":""}],"reason":"","latency_ms":0,"ttft_ms":0,"queue_ms":0,"usage":{"input":2,"output":2,"cached":null},"cost_usd":null,"cached":false,"attempts":1,"error":null}
{"run":"20260102-030405-e2338aca","suite":"p","case":"a","target":"local/tagged","repeat":1,"tags":[],"group":null,"critical":false,"quarantined":false,"request":"3c9b09d759921dda051c40f77be613d8b7b7f88c232e4fccaf736305924e163f","passed":true,"score":1,"output":"Because.","refusal":null,"finish_reason":"stop","model":"tagged","thoughts":"Hm. Say because.","assertions":[{"type":"equals","metric":"","passed":true,"score":1,"weight":1,"required":true,"reason":""}],"reason":"","latency_ms":0,"ttft_ms":0,"queue_ms":0,"usage":{"input":2,"output":11,"cached":0},"cost_usd":null,"cached":false,"attempts":1,"error":null}
[exit 0]
