# A schema of replies is sent, or said to be impossible, with each way out.
-- promptctl.yaml
format: 1
providers:
  anthropic: {base_url: "${MOCK_URL}"}
-- prompts/p.prompt
---
model: deepseek/deepseek-chat
config: {maxOutputTokens: 50}
output: {schema: {city: string}}
---
{{role "system"}}
Be brief.
{{role "user"}}
Where?
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: a}]
-- golden/p/cases.jsonl
{"id": "c"}
$ promptctl lint
prompts/p.prompt:4:9: error[unsupported-parameter]: `output.schema` can't be sent to `deepseek/deepseek-chat`
    output: {schema: {city: string}}
            ^
  hint: `schemas: prompt` for `deepseek` in promptctl.yaml puts it into the prompt's text; `omit: [output.schema]` for `deepseek` in promptctl.yaml leaves it out
1 error, 0 warnings
[exit 1]
$ promptctl render p --request --target openai/m
{
  "model": "m",
  "messages": [
    {
      "role": "system",
      "content": "\nBe brief.\n"
    },
    {
      "role": "user",
      "content": "\nWhere?"
    }
  ],
  "max_completion_tokens": 50,
  "response_format": {
    "type": "json_schema",
    "json_schema": {
      "name": "reply",
      "strict": true,
      "schema": {
        "type": "object",
        "properties": {
          "city": {
            "type": "string"
          }
        },
        "required": [
          "city"
        ],
        "additionalProperties": false
      }
    }
  },
  "stream": true,
  "stream_options": {
    "include_usage": true
  }
}
[exit 0]
-- promptctl.yaml
format: 1
providers:
  anthropic: {base_url: "${MOCK_URL}"}
  deepseek: {schemas: prompt}
$ promptctl lint
no errors in 1 prompt, 1 suite and 1 case
[exit 0]
$ promptctl render p --request
{
  "model": "deepseek-chat",
  "messages": [
    {
      "role": "system",
      "content": "\nBe brief.\n\n\nReply with one JSON value that matches this JSON Schema, and with nothing else:\n{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},\"required\":[\"city\"],\"additionalProperties\":false}"
    },
    {
      "role": "user",
      "content": "\nWhere?"
    }
  ],
  "max_tokens": 50,
  "response_format": {
    "type": "json_object"
  },
  "stream": true,
  "stream_options": {
    "include_usage": true
  }
}
[exit 0]
-- promptctl.yaml
format: 1
providers:
  anthropic: {base_url: "${MOCK_URL}"}
  deepseek: {omit: {deepseek-chat: [output.schema], other: [output.format, maxOutputTokens]}}
$ promptctl lint
no errors in 1 prompt, 1 suite and 1 case
[exit 0]
$ promptctl render p --request
{
  "model": "deepseek-chat",
  "messages": [
    {
      "role": "system",
      "content": "\nBe brief.\n"
    },
    {
      "role": "user",
      "content": "\nWhere?"
    }
  ],
  "max_tokens": 50,
  "response_format": {
    "type": "json_object"
  },
  "stream": true,
  "stream_options": {
    "include_usage": true
  }
}
[exit 0]
$ promptctl render p --request --target deepseek/other
{
  "model": "other",
  "messages": [
    {
      "role": "system",
      "content": "\nBe brief.\n"
    },
    {
      "role": "user",
      "content": "\nWhere?"
    }
  ],
  "stream": true,
  "stream_options": {
    "include_usage": true
  }
}
[exit 0]
# JSON without a schema is for APIs that have it.
-- prompts/p.prompt
---
model: anthropic/claude-opus-4-1
config: {temperature: 0.5, topP: 0.9, thinkingBudget: 5000, maxOutputTokens: 4000, anthropic: {max_tokens: 9, tools: [{name: x}]}}
output: {format: json}
---
Where?
$ promptctl lint
prompts/p.prompt:3:23: error[unsupported-parameter]: `temperature` can't be sent so to `anthropic/claude-opus-4-1`: it must be 1 beside thoughts
    config: {temperature: 0.5, topP: 0.9, thinkingBudget: 500…
                          ^
prompts/p.prompt:3:34: error[unsupported-parameter]: `topP` can't be sent so to `anthropic/claude-opus-4-1`: it must be at least 0.95 beside thoughts
    config: {temperature: 0.5, topP: 0.9, thinkingBudget: 5000, maxOutpu…
                                     ^
prompts/p.prompt:3:34: error[unsupported-parameter]: `topP` can't be sent so to `anthropic/claude-opus-4-1`: it can't stand beside `temperature`
    config: {temperature: 0.5, topP: 0.9, thinkingBudget: 5000, maxOutpu…
                                     ^
prompts/p.prompt:3:55: error[unsupported-parameter]: `thinkingBudget` can't be sent so to `anthropic/claude-opus-4-1`: it must be below `maxOutputTokens`
    …re: 0.5, topP: 0.9, thinkingBudget: 5000, maxOutputTokens: 4000, anthro…
                                         ^
prompts/p.prompt:3:95: error[unsupported-parameter]: `anthropic.max_tokens` is decided by promptctl itself
    …, maxOutputTokens: 4000, anthropic: {max_tokens: 9, tools: [{name: x}]}}
                                         ^
  hint: use the key of `config` for it, or take it out
prompts/p.prompt:4:9: error[unsupported-parameter]: `output.format` can't be sent to `anthropic/claude-opus-4-1`
    output: {format: json}
            ^
  hint: give an `output.schema`, or write `omit: [output.format]` for `anthropic` in promptctl.yaml
6 errors, 0 warnings
[exit 1]
# The limit on output that a budget counts on must be sent.
-- prompts/p.prompt
---
model: anthropic/claude-opus-4-1
---
Where?
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: a}]
budget: {max_output_tokens: 100}
-- promptctl.yaml
format: 1
providers:
  anthropic: {base_url: "${MOCK_URL}", omit: [maxOutputTokens]}
  own: {type: http, base_url: "${MOCK_URL}", body: {q: "{{text}}"}, answer: {text: /a}}
$ promptctl lint
golden/p/suite.yaml:1:1: error[unsupported-parameter]: `budget.max_output_tokens` can't be sent to `anthropic/claude-opus-4-1`
    prompt: p
    ^
  hint: what it answers has no limit: take the key out, or the `omit` of the provider
1 error, 0 warnings
[exit 1]
$ promptctl eval --dry-run --target own/m
[stderr]
golden/p/suite.yaml:1:1: error[unsupported-parameter]: `budget.max_output_tokens` can't be sent to `own/m`
    prompt: p
    ^
  hint: what it answers has no limit: take the key out, or the `omit` of the provider
1 error, 0 warnings
[exit 1]
