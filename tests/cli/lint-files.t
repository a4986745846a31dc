# What stands in the place of a file's content is no prompt, no suite and no dataset: one message each.
-- promptctl.yaml
format: 1
providers: {openai: {type: openai, base_url: 'http://127.0.0.1:1/v1', api_key: '${KEY}'}}
-- prompts/pointer.prompt
version https://git-lfs.github.com/spec/v1
oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
size 12345
-- prompts/_tone.prompt
Be kind.
<<<<<<< HEAD
Be short.
=======
Be long.
>>>>>>> other
-- prompts/greet.prompt
---
model: openai/m
input: {schema: {name: string}}
---
Hello {{name}}
-- golden/pointer/suite.yaml
prompt: greet
cases: cases.csv
assert: [{type: contains, value: "{{name}}"}]
-- golden/pointer/cases.csv
version https://git-lfs.github.com/spec/v1
oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
size 12345
-- golden/merge/suite.yaml
prompt: greet
cases: cases.jsonl
assert: [{type: contains, value: "{{name}}"}]
-- golden/merge/cases.jsonl
{"id": "a", "vars": {"name": "Ada"}}
<<<<<<< HEAD
{"id": "b", "vars": {"name": "Bob"}}
=======
{"id": "b", "vars": {"name": "Bo"}}
>>>>>>> other
-- golden/cassette/suite.yaml
prompt: greet
cases: cases.jsonl
assert: [{type: contains, value: "{{name}}"}]
-- golden/cassette/cases.jsonl
{"id": "a", "vars": {"name": "Ada"}}
-- golden/cassette/cassette.jsonl
{"request":"6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b","output":"one","finish_reason":"stop"}
{"request":"d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35","output":"two","finish_reason":"stop"}
{"request":"6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b","output":"another","finish_reason":"stop"}
$ promptctl lint
golden/cassette/cassette.jsonl:3:1: error[duplicate-record]: the reply to this request is at line 1 already
    {"request":"6b86b273ff34fce19d6b804…
    ^
  hint: keep one of them, or record anew: promptctl eval --record
golden/merge/cases.jsonl:2:1: error[merge-conflict]: git left both sides of a merge here
    <<<<<<< HEAD
    ^
  hint: keep one, and take the markers away; text that is meant to look so must be indented
golden/pointer/cases.csv: error[pointer-file]: this is Git LFS's pointer to the file, not its content
  hint: git lfs pull brings it
prompts/_tone.prompt:2:1: error[merge-conflict]: git left both sides of a merge here
    <<<<<<< HEAD
    ^
  hint: keep one, and take the markers away; text that is meant to look so must be indented
prompts/pointer.prompt: error[pointer-file]: this is Git LFS's pointer to the file, not its content
  hint: git lfs pull brings it
5 errors, 0 warnings
[exit 1]
# An offline run ends before it begins where its cassette has a fault; a run with a model does not read it.
-- prompts/_tone.prompt
Be kind.
$ promptctl eval greet --offline --suite cassette
[stderr]
golden/cassette/cassette.jsonl:3:1: error[duplicate-record]: the reply to this request is at line 1 already
    {"request":"6b86b273ff34fce19d6b804…
    ^
  hint: keep one of them, or record anew: promptctl eval --record
1 error, 0 warnings
[exit 1]
$ promptctl eval greet --suite cassette --dry-run
cassette: 1 case on openai/m, 1 reply each: 1 call
  about 2 input tokens; cost at most about unknown (no price, or no limit on output tokens)
[exit 0]
# A link stays in the registry, or is a fault where it stands. What it leads to is not shown.
-- links/promptctl.yaml
format: 1
-- links/prompts/greet.prompt
Hello {{name}}
-- links/shared/_tone.prompt
Be kind.
-- secret.txt
a key
$ link ../shared/_tone.prompt links/prompts/_tone.prompt
$ link ../../secret.txt links/prompts/secret.prompt
$ link /proc/self/environ links/golden/environ/cases.jsonl
$ link ../../.. links/prompts/up
$ link nothing.prompt links/prompts/gone.prompt
-- links/golden/environ/suite.yaml
prompt: greet
cases: cases.jsonl
assert: [{type: contains, value: x}]
-- links/prompts/kind.prompt
---
model: openai/m
---
{{>tone}}
$ promptctl -C links lint
golden/environ/cases.jsonl: error[outside-registry]: the link `golden/environ/cases.jsonl` leads to `/proc/self/environ`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
prompts/gone.prompt: error[bad-link]: the link leads to `prompts/nothing.prompt`, where nothing is
prompts/secret.prompt: error[outside-registry]: the link `prompts/secret.prompt` leads to `../../secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
prompts/up: error[outside-registry]: the link `prompts/up` leads to `../../..`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
4 errors, 0 warnings
[exit 1]
$ promptctl -C links render secret
[stderr]
prompts/secret.prompt: error[outside-registry]: the link `prompts/secret.prompt` leads to `../../secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
1 error, 0 warnings
[exit 1]
$ promptctl -C links render kind
[user]
Be kind.

[exit 0]
# What a folder hides might judge the prompt.
$ promptctl -C links eval kind --offline
[stderr]
golden/environ/cases.jsonl: error[outside-registry]: the link `golden/environ/cases.jsonl` leads to `/proc/self/environ`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
1 error, 0 warnings
[exit 1]
# Nor is anything written through a link.
$ link ../../../secret.txt links/golden/environ/cassette.jsonl
$ promptctl -C links eval kind --offline --record golden/environ/cassette.jsonl
[stderr]
golden/environ/cases.jsonl: error[outside-registry]: the link `golden/environ/cases.jsonl` leads to `/proc/self/environ`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
golden/environ/cassette.jsonl: error[outside-registry]: the link `golden/environ/cassette.jsonl` leads to `../../../secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
2 errors, 0 warnings
[exit 1]
$ cat secret.txt
a key
# A folder that a link leads back to is gone through once.
-- loop/promptctl.yaml
format: 1
-- loop/prompts/greet.prompt
Hello
$ link .. loop/prompts/loop
$ promptctl -C loop lint
prompts/loop/prompts: warning[folder-twice]: the folder is read as `prompts` already
  hint: a folder is read once; take the link away
0 errors, 1 warning
no errors in 1 prompt, 0 suites and 0 cases
[exit 0]
# A registry behind a link is no empty one.
-- behind/promptctl.yaml
format: 1
$ link ../loop/prompts behind/prompts
$ promptctl -C behind lint
prompts: error[outside-registry]: the link `prompts` leads to `../loop/prompts`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
1 error, 0 warnings
[exit 1]
# Suites have names as prompts have: what is printed can neither move the cursor nor be a command of a workflow.
-- names/promptctl.yaml
format: 1
-- names/prompts/Greet.prompt
Hello
-- names/prompts/greet.prompt
Hello
-- names/prompts/1st.prompt
Hello
-- names/golden/::error::x/suite.yaml
prompt: greet
cases: cases.jsonl
assert: [{type: contains, value: x}]
-- names/golden/::error::x/cases.jsonl
{"id": 1}
-- names/golden/2026-smoke/suite.yaml
prompt: greet
cases: cases.jsonl
assert: [{type: contains, value: x}]
-- names/golden/2026-smoke/cases.jsonl
{"id": 7}
{"id": "\u001b[31mred"}
{"id": "7"}
$ promptctl -C names lint
golden/2026-smoke/cases.jsonl:2:8: error[bad-id]: a case's `id` can't have control characters
    {"id": "\u001b[31mred"}
           ^
  hint: it is printed, and names the case in reports
golden/2026-smoke/cases.jsonl:3:1: error[duplicate-case]: the case `7` is already at line 1
    {"id": "7"}
    ^
  hint: an `id` joins the results of two runs: give each case its own
golden/::error::x/suite.yaml: error[bad-name]: `::error::x` can't be a name
  hint: each part starts with a letter or a digit, and goes on with letters, digits, `_`, `-`, `.`
prompts/1st.prompt: error[bad-name]: `1st` can't be a name
  hint: each part starts with a letter, goes on with letters, digits, `_`, `-`, `.`, and does not end in .json, .jsonl or .prompt
prompts/greet.prompt: error[name-clash]: it differs from `prompts/Greet.prompt` in case only, and is the same file on macOS and Windows
  hint: rename one of them
5 errors, 0 warnings
[exit 1]
