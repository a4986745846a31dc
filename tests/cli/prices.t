# Of a model that nobody prices, the nearest name is told.
$ promptctl prices show openai/gpt-4o-mnii
[stderr]
error[unknown-price]: no price is known for `openai/gpt-4o-mnii`
  hint: did you mean `openai/gpt-4o-mini`?
[exit 2]
$ promptctl prices show gpt-4o-mnii
[stderr]
error[unknown-price]: no price is known for `gpt-4o-mnii`
  hint: did you mean `gpt-4o-mini`?
[exit 2]
$ promptctl prices show no-such-model-anywhere
[stderr]
error[unknown-price]: no price is known for `no-such-model-anywhere`
  hint: write it under `prices:` in promptctl.yaml, or get a newer table: promptctl prices import
[exit 2]
$ promptctl prices show
[stderr]
error[usage]: the argument MODELS is missing
  hint: see promptctl prices show --help
[exit 2]
$ promptctl prices show openai/gpt-4o --at yesterday
[stderr]
error[bad-date]: `--at yesterday` is no day
  hint: write 2026-01-31 or 2026-01-31T16:30:00Z
[exit 2]
$ promptctl prices show openai/gpt-4o --at 2026-02-30
[stderr]
error[bad-date]: `--at 2026-02-30` is no day
  hint: write 2026-01-31 or 2026-01-31T16:30:00Z
[exit 2]
# A provider that is known does not sell what others do under another name.
$ promptctl prices show groq/gpt-4o
[stderr]
error[unknown-price]: no price is known for `groq/gpt-4o`
  hint: write it under `prices:` in promptctl.yaml, or get a newer table: promptctl prices import
[exit 2]
$ promptctl prices cost gpt-4o none.json
[stderr]
none.json: error[missing-file]: there is no such file
[exit 2]
$ promptctl prices cost openai/gpt-4o none.json
[stderr]
none.json: error[missing-file]: there is no such file
[exit 2]
# What says nothing of tokens is a fault at its line; nothing is counted then.
-- bad.jsonl
{"usage": {"prompt_tokens": 10, "completion_tokens": 10}}
{"id": "x", "choices": []}
{"usage":
$ promptctl prices cost openai/gpt-4o bad.jsonl
[stderr]
bad.jsonl:2:1: error[no-usage]: nothing here counts tokens
    {"id": "x", "choices": []}
    ^
  hint: give a reply as the provider sent it, or its `usage`
bad.jsonl:3:9: error[json-syntax]: unexpected end of input; expected '[', '{', or a literal
    {"usage":
            ^
2 errors, 0 warnings
[exit 1]
-- empty.jsonl

$ promptctl prices cost openai/gpt-4o empty.jsonl
[stderr]
empty.jsonl: error[no-usage]: the file holds no reply
1 error, 0 warnings
[exit 1]
-- good.json
[{"prompt_tokens": 10, "completion_tokens": 10}]
$ promptctl prices cost openai/gpt-4o good.json --batch
[stderr]
error[unknown-price]: no price of a batch is known for `openai/gpt-4o`
  hint: write `batch: 50%` with the model's price in promptctl.yaml
1 error, 0 warnings
[exit 1]
# A table with a fault replaces nothing.
-- faulty.json
[{"id": "p", "api_pattern": "(", "models": [
  {"id": "m", "match": {"equals": "m"}, "prices": {"input_mtok": -1}},
  {"id": "n", "match": {"equls": "n"}, "prices": [{"constraint": {"start_date": "2026-13-01"}, "prices": {}}]}]}]
$ promptctl prices import faulty.json
[stderr]
error[usage]: neither XDG_CONFIG_HOME nor HOME says where your table belongs
[exit 2]
$ XDG_CONFIG_HOME=config promptctl prices import faulty.json
[stderr]
faulty.json:1:29: error[bad-regex]: not a regular expression: missing closing parenthesis
    [{"id": "p", "api_pattern": "(", "models": [
                                ^
faulty.json:2:66: error[bad-money]: a price must be a number of US dollars, 0 or more
      {"id": "m", "match": {"equals": "m"}, "prices": {"input_mtok": -1}},
                                                                     ^
faulty.json:3:25: error[unknown-key]: unknown key `equls`
      {"id": "n", "match": {"equls": "n"}, "prices": [{"constra…
                            ^
  hint: one of: equals, starts_with, ends_with, contains, regex, or, and
faulty.json:3:81: error[bad-date]: `2026-13-01` is no day
    …es": [{"constraint": {"start_date": "2026-13-01"}, "prices": {}}]}]}]
                                         ^
  hint: write it as 2026-01-31
4 errors, 0 warnings
[exit 1]
$ promptctl prices import absent.json
[stderr]
absent.json: error[missing-file]: there is no such file
[exit 2]
$ promptctl prices show openai/gpt-4o
openai/gpt-4o
  kind               USD a million
  input                       2.50
  cached_input                1.25
  output                     10.00
  thousand searches          10.00
  charged for and not counted: storage_searches_kcount
  built-in table of 2026-09-23, sha256 2d87dadd02d71e9d59e884aeb6b0a08a14b5bf192c5e715fee62cc5d9ac4efe6
[exit 0]
# Faults of promptctl.yaml are faults here too.
-- promptctl.yaml
format: 1
prices:
  openai/gpt-4o: {input: 1}
$ promptctl prices show openai/gpt-4o
[stderr]
promptctl.yaml:3:18: error[missing-key]: `output` is missing
      openai/gpt-4o: {input: 1}
                     ^
1 error, 0 warnings
[exit 1]
# The registry's price is the nearest.
-- promptctl.yaml
format: 1
providers: {ours: {type: openai, base_url: "https://api.openai.com/v1"}}
prices:
  openai/gpt-4o:
    - {input: 2, output: 8}
    - {from: 2026-01-01, input: 1, cached_input: 0.25, output: 4, request: 0.001, batch: 12.5%,
       tiers: [{above: 1000, input: 3}]}
$ promptctl prices show openai/gpt-4o ours/gpt-4o
openai/gpt-4o
  at other times:
  kind    USD a million
  input            2.00
  output           8.00
  from 2026-01-01 (in force):
  kind               USD a million  above 1,000 input tokens
  input                       1.00                      3.00
  cached_input                0.25                      0.25
  output                      4.00                      4.00
  thousand requests           1.00
  in a batch: 12.5% of that
  promptctl.yaml

ours/gpt-4o: openai/gpt-4o
  kind               USD a million
  input                       2.50
  cached_input                1.25
  output                     10.00
  thousand searches          10.00
  charged for and not counted: storage_searches_kcount
  built-in table of 2026-09-23, sha256 2d87dadd02d71e9d59e884aeb6b0a08a14b5bf192c5e715fee62cc5d9ac4efe6
[exit 0]
$ promptctl prices show openai/gpt-4o --at 2025-12-31 --json
{
  "format": "promptctl-price-list 1",
  "at": "2025-12-31T00:00:00Z",
  "models": [
    {
      "asked": "openai/gpt-4o",
      "model": "openai/gpt-4o",
      "table": {
        "layer": "registry"
      },
      "prices": [
        {
          "from": null,
          "daily": null,
          "holds": true,
          "rates": {
            "input": {
              "usd_per_million": "2.00",
              "tiers": []
            },
            "output": {
              "usd_per_million": "8.00",
              "tiers": []
            }
          },
          "usd_per_thousand_searches": null,
          "usd_per_thousand_requests": "0.00",
          "batch_share": null
        },
        {
          "from": "2026-01-01",
          "daily": null,
          "holds": false,
          "rates": {
            "input": {
              "usd_per_million": "1.00",
              "tiers": [
                {
                  "above": 1000,
                  "usd_per_million": "3.00"
                }
              ]
            },
            "cached_input": {
              "usd_per_million": "0.25",
              "tiers": []
            },
            "output": {
              "usd_per_million": "4.00",
              "tiers": []
            }
          },
          "usd_per_thousand_searches": null,
          "usd_per_thousand_requests": "1.00",
          "batch_share": 0.125
        }
      ],
      "uncounted": []
    }
  ]
}
[exit 0]
-- calls.json
{"usage": {"prompt_tokens": 1001, "completion_tokens": 7, "prompt_tokens_details": {"cached_tokens": 1}}}
$ promptctl prices cost openai/gpt-4o calls.json --batch
openai/gpt-4o: 1 call
  kind          count            USD
  input         1,000          0.003
  cached_input      1     0.00000025
  output            7       0.000028
  requests          1          0.001
  total                   0.00402825
  in a batch           0.00050353125
  promptctl.yaml
[exit 0]
$ promptctl prices cost openai/gpt-4o calls.json --json
{
  "format": "promptctl-call-costs 1",
  "model": "openai/gpt-4o",
  "table": {
    "layer": "registry"
  },
  "batch": false,
  "parts": {
    "input": {
      "count": 1000,
      "usd": "0.003"
    },
    "cached_input": {
      "count": 1,
      "usd": "0.00000025"
    },
    "output": {
      "count": 7,
      "usd": "0.000028"
    },
    "requests": {
      "count": 1,
      "usd": "0.001"
    }
  },
  "cost_usd": "0.00402825",
  "known_cost_usd": "0.00402825",
  "unknown": 0,
  "calls": [
    {
      "line": 1,
      "usage": {
        "input": 1001,
        "output": 7,
        "cached": 1
      },
      "parts": {
        "input": {
          "count": 1000,
          "usd": "0.003"
        },
        "cached_input": {
          "count": 1,
          "usd": "0.00000025"
        },
        "output": {
          "count": 7,
          "usd": "0.000028"
        },
        "requests": {
          "count": 1,
          "usd": "0.001"
        }
      },
      "cost_usd": "0.00402825"
    }
  ]
}
[exit 0]
$ promptctl prices cost openai/gpt-4o calls.json --at 2025-06-01
openai/gpt-4o: 1 call
  kind    count       USD
  input   1,001  0.002002
  output      7  0.000056
  total          0.002058
  promptctl.yaml
[exit 0]
# Then comes the user's table, then the built-in one. What was there is named.
-- table.json
[{"id": "x-ai", "api_pattern": "https://api\\.x\\.ai", "models": [
  {"id": "grok-9", "match": {"starts_with": "grok"}, "prices": {"input_mtok": 3, "output_mtok": 15, "web_searches_kcount": 5}}]}]
$ promptctl prices import table.json
1 model in config/promptctl/prices.json
  now the user table of 2026-01-02 (table.json), sha256 3fc8af551075
  before the built-in table of 2026-09-23 (@pydantic/genai-prices 0.1.8), sha256 2d87dadd02d7
[exit 0]
$ promptctl prices show x-ai/grok-4-latest
x-ai/grok-4-latest: x-ai/grok-9
  kind               USD a million
  input                       3.00
  output                     15.00
  thousand searches           5.00
  user table of 2026-01-02, sha256 3fc8af5510757def451bebd989c3a067cd795d58e496e13254b6e3215e38fd9a
[exit 0]
$ promptctl prices show grok-4
grok-4: x-ai/grok-9
  kind               USD a million
  input                       3.00
  output                     15.00
  thousand searches           5.00
  user table of 2026-01-02, sha256 3fc8af5510757def451bebd989c3a067cd795d58e496e13254b6e3215e38fd9a
[exit 0]
$ promptctl prices import table.json
1 model in config/promptctl/prices.json
  now the user table of 2026-01-02 (table.json), sha256 3fc8af551075
  before the user table of 2026-01-02 (table.json), sha256 3fc8af551075
[exit 0]
$ cat config/promptctl/prices.json
{"format":"promptctl-prices 1","date":"2026-01-02","source":"table.json","providers":[{"id": "x-ai", "api_pattern": "https://api\\.x\\.ai", "models": [
  {"id": "grok-9", "match": {"starts_with": "grok"}, "prices": {"input_mtok": 3, "output_mtok": 15, "web_searches_kcount": 5}}]}]}
-- config/promptctl/prices.json
{"format": "promptctl-prices 9"}
$ promptctl prices show x-ai/grok-4
[stderr]
config/promptctl/prices.json:1:12: error[unknown-format]: this promptctl reads `promptctl-prices 1`
    {"format": "promptctl-prices 9"}
               ^
  hint: one of 3 faults: promptctl prices import names them all
[exit 2]
# A run of a model without a price in promptctl.yaml is priced, and says from which table. A budget needs no more.
-- promptctl.yaml
format: 1
providers: {openai: {type: openai, base_url: "${MOCK_URL}"}}
-- prompts/p.prompt
---
model: openai/gpt-4o
config: {maxOutputTokens: 100}
input: {schema: {q: string}}
---
{{q}}
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
budget: {max_cost: 1 USD}
assert: [{type: equals, value: "{{q}}"}]
-- golden/s/cases.jsonl
{"id": "a", "vars": {"q": "one"}}
-- mock.yaml
rules: [{reply: "{{last}}", usage: {input: 3000, output: 100, cached: 1000, reasoning: 60}}]
$ mock mock.yaml
$ promptctl eval --dry-run
[stderr]
config/promptctl/prices.json:1:12: error[unknown-format]: this promptctl reads `promptctl-prices 1`
    {"format": "promptctl-prices 9"}
               ^
  hint: one of 3 faults: promptctl prices import names them all
[exit 2]
$ XDG_CONFIG_HOME=nowhere promptctl eval --dry-run
s: 1 case on openai/gpt-4o, 1 reply each: 1 call
  about 0 input tokens; cost at most about $0.00100, plus what failed attempts may cost
[exit 0]
$ promptctl eval
ACCEPTED  p on s: 1 case passed

  cases      1: 1 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 20.7% to 100.0%
  score      1.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     3,000 in (1,000 cached), 100 out
  cost       $0.00725
  prices     built-in table of 2026-09-23, sha256 2d87dadd02d7
  model      openai/gpt-4o
  run        20260102-030405-89025cc1
  signature  dataset:9403b2ec cases:1 repeats:1 reducer:pass^k prompt:b6c623e8
             suite:0b467a8a promptctl:0.1.0
[exit 0]
$ promptctl eval --target openai/no-such-model
[stderr]
golden/s/suite.yaml:1:1: error[unknown-price]: `budget.max_cost` needs a price for `openai/no-such-model`
    prompt: p
    ^
  hint: write it under `prices:` in promptctl.yaml
1 error, 0 warnings
[exit 1]
