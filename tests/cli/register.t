# A prompt's committed content gets a number; the same content never gets a second one.
-- w/promptctl.yaml
format: 1
environments:
  staging:
  production: {after: staging, soak: 24h}
-- w/prompts/support/triage.prompt
---
model: openai/gpt-4o-mini
input: {schema: {subject: string}}
---
{{>tone}}Sort this e-mail: {{subject}}
-- w/prompts/_tone.prompt
Be kind.
-- w/prompts/support/answer.prompt
---
model: openai/gpt-4o-mini
input: {schema: {question: string}}
---
Answer: {{question}}
$ git init -q -b main w
$ git -C w add -A
$ git -C w commit -qm first
$ promptctl -C w status
support/answer  not registered
support/triage  not registered

ledger: nothing is registered yet
[exit 0]
$ promptctl -C w register
[stderr]
error[usage]: name the prompts to register
  hint: or --changed for every prompt whose content has no version yet
[exit 2]
$ promptctl -C w register support/triag
[stderr]
error[unknown-prompt]: there is no prompt `support/triag`
  hint: did you mean `support/triage`?
[exit 2]
$ promptctl -C w register support/triage -m "the first" --label kind
registered support/triage@1 (sha256:baa1129f986b)
[exit 0]
$ promptctl -C w register support/triage
support/triage@1 has this content already (sha256:baa1129f986b)
[exit 0]
$ promptctl -C w register --changed
registered support/answer@1 (sha256:6d776e04fa59)
[exit 0]
$ promptctl -C w register --changed
no prompt has changed since it was registered
[exit 0]
$ promptctl -C w status
support/answer  latest @1, the working tree has it
support/triage  latest @1, the working tree has it

ledger: event 2, 2026-01-02T03:04:05Z
[exit 0]
# What is not committed is not registered; nor is what cannot be rendered.
-- w/prompts/_tone.prompt
Be very kind.
-- w/prompts/support/new.prompt
Hello
$ promptctl -C w register support/triage
[stderr]
prompts/_tone.prompt: error[dirty-prompt]: the file is not as it was committed
  hint: commit it, or register a commit: NAME@git:REVISION
1 error, 0 warnings
[exit 1]
$ promptctl -C w register support/new
[stderr]
error[unknown-prompt]: there is no prompt `support/new`
  hint: there are: support/answer, support/triage
[exit 2]
$ promptctl -C w status support/triage
support/triage  latest @1, the working tree differs

ledger: event 2, 2026-01-02T03:04:05Z
[exit 0]
-- w/prompts/support/answer.prompt
---
model: openai/gpt-4o-mini
input: {schema: {question: string}}
---
Answer: {{qestion}}
-- w/prompts/2fa.prompt
Hello
$ git -C w add -A
$ git -C w commit -qm second
$ promptctl -C w register support/triage support/answer 2fa
[stderr]
prompts/2fa.prompt: error[bad-name]: `2fa` can't be a name
  hint: each part starts with a letter, goes on with letters, digits, `_`, `-`, `.`, and does not end in .json, .jsonl or .prompt
prompts/support/answer.prompt:3:18: warning[unused-variable]: `question` is declared, and nothing in the body uses it
    input: {schema: {question: string}}
                     ^
prompts/support/answer.prompt:5:11: error[undeclared-variable]: `qestion` is not in `input.schema`
    Answer: {{qestion}}
              ^
  hint: did you mean `question`?
2 errors, 1 warning
[exit 1]
# A change of the schemas is a change for callers, and is said.
-- w/prompts/support/answer.prompt
---
model: openai/gpt-4o-mini
input: {schema: {question: string, language: string}}
---
Answer in {{language}}: {{question}}
$ git -C w rm -q prompts/2fa.prompt
$ git -C w add -A
$ git -C w commit -qm third
$ promptctl -C w register --changed --json
{
  "format": "promptctl-registration 1",
  "event": {
    "format": "promptctl-event 1",
    "previous": "b032372d3b6378619c93c1e7fea2302dae5d07fb2e4cfb0189519250b4fe7e6b",
    "seq": 3,
    "type": "register",
    "actor": "Mia Kern <mia@larchpine.example>",
    "at": "2026-01-02T03:04:05Z",
    "payload": {
      "registered": [
        {
          "prompt": "support/answer",
          "version": 2,
          "digest": "a46386f8132f9d79e6c86c491d857a80fbbe70e23a91b99d8cff869b2e053986",
          "interface": "4f7df65e78de131446e1c7cef643a0b543bbad102e33fb4b673a8f9847cbf16b",
          "manifest": {
            "format": 1,
            "prompt": "d50a8db6e76124f3aa0e9c3a71c740b866134d9823ad3bfdbedacebe3ffa052a",
            "partials": []
          },
          "commit": "49584ce2a2056347bb16a8244421d054a2b8ef54",
          "path": "prompts/support/answer.prompt",
          "author": "A <a@b.example>"
        },
        {
          "prompt": "support/new",
          "version": 1,
          "digest": "c3c45ea097ba44d0e0c5d6723a93b569b0899a75ada02ad59581f4da8353a406",
          "interface": "30ec60e540b760c4f08cdf15f67760b794c32906cbcc052f4b45507e27c809ea",
          "manifest": {
            "format": 1,
            "prompt": "66a045b452102c59d840ec097d59d9467e13a3f34f6494e539ffd32c1bb35f18",
            "partials": []
          },
          "commit": "49584ce2a2056347bb16a8244421d054a2b8ef54",
          "path": "prompts/support/new.prompt",
          "author": "A <a@b.example>"
        },
        {
          "prompt": "support/triage",
          "version": 2,
          "digest": "e1d204ceb5955fc40a51a53795b8a36be27629f95b85a41a34acbc03c89f9124",
          "interface": "0c68f06508e9393506e7db69ad14ba0184333ca2b86c306d9ac745451a3a5d5b",
          "manifest": {
            "format": 1,
            "prompt": "dd83c1b8c6be51f802a84f352035fcbff49d6a413980082551a28bc0d4f19639",
            "partials": [
              {
                "name": "tone",
                "sha256": "b5e9f637d9b9535cb51ac03eff488483a11553b1eb624225df027ab1288012ef"
              }
            ]
          },
          "commit": "49584ce2a2056347bb16a8244421d054a2b8ef54",
          "path": "prompts/support/triage.prompt",
          "author": "A <a@b.example>"
        }
      ]
    }
  },
  "prompts": [
    {
      "prompt": "support/answer",
      "version": 2,
      "digest": "a46386f8132f9d79e6c86c491d857a80fbbe70e23a91b99d8cff869b2e053986",
      "outcome": "registered",
      "interface_changed": true,
      "evidence": [],
      "evidence_recorded_before": []
    },
    {
      "prompt": "support/new",
      "version": 1,
      "digest": "c3c45ea097ba44d0e0c5d6723a93b569b0899a75ada02ad59581f4da8353a406",
      "outcome": "registered",
      "interface_changed": false,
      "evidence": [],
      "evidence_recorded_before": []
    },
    {
      "prompt": "support/triage",
      "version": 2,
      "digest": "e1d204ceb5955fc40a51a53795b8a36be27629f95b85a41a34acbc03c89f9124",
      "outcome": "registered",
      "interface_changed": false,
      "evidence": [],
      "evidence_recorded_before": []
    }
  ]
}
[exit 0]
# The content of an older commit is the version it always was.
$ promptctl -C w register support/answer@git:HEAD~2
support/answer@1 has this content already (sha256:6d776e04fa59)
[exit 0]
$ promptctl -C w register support/triage@1
[stderr]
error[usage]: support/triage@1 is registered already
  hint: name a prompt, or NAME@git:REVISION
[exit 2]
$ promptctl -C w register support/triage support/triage
[stderr]
error[usage]: `support/triage` is named twice
[exit 2]
$ promptctl -C w log
#3    2026-01-02T03:04:05Z  register  support/triage@2  Mia Kern
#3    2026-01-02T03:04:05Z  register  support/new@1  Mia Kern
#3    2026-01-02T03:04:05Z  register  support/answer@2  Mia Kern
#2    2026-01-02T03:04:05Z  register  support/answer@1  Mia Kern
#1    2026-01-02T03:04:05Z  register  support/triage@1  Mia Kern
      the first
[exit 0]
$ promptctl -C w log support/answer -n 1
#3    2026-01-02T03:04:05Z  register  support/answer@2  Mia Kern
[exit 0]
$ promptctl -C w verify
ACCEPTED  3 events replayed, every view follows from them

  tip  bf062e7ed8dea037fb2c991c587e53063741bf41
[exit 0]
# Each version can be had again, whatever the working tree holds.
$ promptctl -C w get support/triage@1
---
model: openai/gpt-4o-mini
input: {schema: {subject: string}}
---
{{>tone}}Sort this e-mail: {{subject}}
[exit 0]
$ promptctl -C w get support/triage@2 --format messages --var subject=Hello
[
  {
    "role": "user",
    "content": "Be very kind.\nSort this e-mail: Hello"
  }
]
[exit 0]
$ promptctl -C w get support/triage@1 --format bundle
{
  "prompt": "support/triage",
  "version": 1,
  "digest": "baa1129f986b6283ea3139497af436a5cde1ad6e3a96e67a6b098c85e1593667",
  "interface": "0c68f06508e9393506e7db69ad14ba0184333ca2b86c306d9ac745451a3a5d5b",
  "source": "---\nmodel: openai/gpt-4o-mini\ninput: {schema: {subject: string}}\n---\n{{>tone}}Sort this e-mail: {{subject}}\n",
  "partials": {
    "tone": "Be kind.\n"
  }
}
[exit 0]
$ promptctl -C w get support/triage@latest --format request --var subject=Hello
{
  "model": "gpt-4o-mini",
  "messages": [
    {
      "role": "user",
      "content": "Be very kind.\nSort this e-mail: Hello"
    }
  ],
  "stream": true,
  "stream_options": {
    "include_usage": true
  }
}
[exit 0]
$ promptctl -C w get support/triage@3
[stderr]
error[unknown-version]: there is no version support/triage@3
  hint: its versions go from 1 to 2
[exit 2]
$ promptctl -C w get support/triage@production
[stderr]
error[not-live]: no version of `support/triage` is live in `production`
[exit 2]
$ promptctl -C w get support/triage@sha256:0000
[stderr]
error[unknown-version]: no version of `support/triage` has the digest 0000
  hint: promptctl register gives committed content its number
[exit 2]
$ promptctl -C w get support/triage@1 --var subject=Hello
[stderr]
error[usage]: a prompt is not rendered, and takes no --var
  hint: add --format messages, or --format request
[exit 2]
$ promptctl -C w get support/triage --format mesages
[stderr]
error[usage]: there is no format `mesages`
  hint: did you mean `messages`?
[exit 2]
$ promptctl -C w get support/trage@1
[stderr]
error[unknown-version]: no version of `support/trage` is registered
  hint: did you mean `support/triage`?
[exit 2]
# Outside a git repository there is no ledger.
-- plain/prompts/p.prompt
Hello
$ promptctl -C plain register p
[stderr]
error[git]: versions and environments are kept in a git repository, and there is none here
  hint: git init
[exit 2]
$ promptctl -C plain status
[stderr]
error[git]: versions and environments are kept in a git repository, and there is none here
  hint: git init
[exit 2]
$ promptctl -C plain get p@1
[stderr]
error[git]: versions and environments are kept in a git repository, and there is none here
  hint: git init
[exit 2]
# A repository inside a registry's folder is another one.
$ git init -q -b main w/inner
-- w/inner/prompts/other.prompt
Hello
$ git -C w/inner add -A
$ git -C w/inner commit -qm inner
$ promptctl -C w/inner register --changed
registered other@1 (sha256:c3c45ea097ba)
[exit 0]
$ promptctl -C w/inner status
other  latest @1, the working tree has it

ledger: event 1, 2026-01-02T03:04:05Z
[exit 0]
# Two registries of one repository can't share a name; a file that moved says so.
$ git init -q -b main two
-- two/shop/promptctl.yaml
format: 1
-- two/shop/prompts/p.prompt
One.
-- two/forum/promptctl.yaml
format: 1
-- two/forum/prompts/p.prompt
Two.
$ git -C two add -A
$ git -C two commit -qm both
$ promptctl -C two/shop register p
registered p@1 (sha256:84313478f6cf)
[exit 0]
$ promptctl -C two/forum register p
REJECTED  p was registered from shop/prompts/p.prompt before: two registries of one repository can't share a name
  --moved when it is the same prompt, and its file has moved
[exit 1]
$ promptctl -C two/forum register p --moved
registered p@2 (sha256:0c9763302b27)
[exit 0]
