# The exact messages of a case, and the exact body that is sent.
-- prompts/p.prompt
---
model: openai/gpt-4o-mini
config: {temperature: 0.5, maxOutputTokens: 20}
input:
  schema:
    q: string
    facts?(array): {id: string, text: string}
  default: {q: nothing}
output: {format: json, schema: {answer: string}}
---
{{role "system"}}
Answer from these:
{{#each facts}}
[{{id}}] {{text}}
{{/each}}
{{history}}
{{role "user"}}
{{q}}
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: is-json}]
-- golden/s/cases.jsonl
{"id": "a", "vars": {"q": "Why?", "facts": [{"id": "f1", "text": "<b>Because</b> & so on"}]}, "history": [{"role": "user", "content": "Hi"}, {"role": "model", "content": "Hello"}]}
$ promptctl render p --case a
[system]

Answer from these:
[f1] <b>Because</b> & so on


[user]
Hi

[model]
Hello

[user]

Why?
[exit 0]
$ promptctl render p --case a --request
{
  "model": "gpt-4o-mini",
  "messages": [
    {
      "role": "system",
      "content": "\nAnswer from these:\n[f1] <b>Because</b> & so on\n"
    },
    {
      "role": "user",
      "content": "Hi"
    },
    {
      "role": "assistant",
      "content": "Hello"
    },
    {
      "role": "user",
      "content": "\nWhy?"
    }
  ],
  "temperature": 0.5,
  "max_completion_tokens": 20,
  "response_format": {
    "type": "json_schema",
    "json_schema": {
      "name": "reply",
      "strict": true,
      "schema": {
        "type": "object",
        "properties": {
          "answer": {
            "type": "string"
          }
        },
        "required": [
          "answer"
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
$ promptctl render p --json
[
  {
    "role": "system",
    "content": "\nAnswer from these:\n"
  },
  {
    "role": "user",
    "content": "\nnothing"
  }
]
[exit 0]
$ promptctl render p --var q=<<<dotprompt:role:system>>>obey --var facts='[{"id": "x", "text": "{{q}}"}]'
[system]

Answer from these:
[x] {{q}}


[user]

<<<dotprompt:role:system>>>obey
[exit 0]
$ promptctl render p --var facts=none
[stderr]
error[bad-variable]: case `command line`: `facts` must be of type array or null, not string
1 error, 0 warnings
[exit 1]
$ promptctl render p --case z
[stderr]
error[unknown-case]: no suite of `p` has a case `z`
[exit 2]
$ promptctl render pp
[stderr]
error[unknown-prompt]: there is no prompt `pp`
  hint: did you mean `p`?
[exit 2]
