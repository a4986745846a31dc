# Whoever writes a commit makes the links in it: nothing that they lead to outside the registry is read or shown.
-- outside/secret.txt
api_key: sk-0123456789
-- w/promptctl.yaml
format: 1
-- w/prompts/a.prompt
Hello {{> tone}} {{name}}
-- w/golden/environ/suite.yaml
prompt: a
cases: cases.jsonl
assert: [{type: contains, value: Hello}]
-- w/golden/above/suite.yaml
prompt: a
cases: cases.csv
assert: [{type: contains, value: Hello}]
-- w/golden/chain/suite.yaml
prompt: a
cases: cases.jsonl
assert: [{type: contains, value: Hello}]
-- w/golden/git/suite.yaml
prompt: a
cases: ../../.git/config
assert: [{type: contains, value: Hello}]
-- w/golden/folder/suite.yaml
prompt: a
cases: ../../data/secret.txt
assert: [{type: contains, value: Hello}]
-- w/golden/recorded/suite.yaml
prompt: a
cases: cases.jsonl
assert: [{type: contains, value: Hello}]
-- w/golden/recorded/cases.jsonl
{"id": "1", "vars": {"name": "Ada"}}
$ git init -q -b main w
$ link /proc/self/environ w/golden/environ/cases.jsonl
$ link ../../../outside/secret.txt w/golden/above/cases.csv
$ link second.jsonl w/golden/chain/cases.jsonl
$ link third.jsonl w/golden/chain/second.jsonl
$ link ../../../outside/secret.txt w/golden/chain/third.jsonl
$ link ../outside w/data
$ link ../../../outside/secret.txt w/golden/recorded/cassette.jsonl
$ link /proc/self/environ w/prompts/_tone.prompt
$ link ../../outside/secret.txt w/golden/loose
$ promptctl -C w lint
.git/config: error[outside-registry]: the path leads out of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
data/secret.txt: error[outside-registry]: the link `data` leads to `../outside`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
golden/above/cases.csv: error[outside-registry]: the link `golden/above/cases.csv` leads to `../../../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
golden/chain/cases.jsonl: error[outside-registry]: the link `golden/chain/third.jsonl` leads to `../../../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
golden/chain/second.jsonl: error[outside-registry]: the link `golden/chain/third.jsonl` leads to `../../../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
golden/chain/third.jsonl: error[outside-registry]: the link `golden/chain/third.jsonl` leads to `../../../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
golden/environ/cases.jsonl: error[outside-registry]: the link `golden/environ/cases.jsonl` leads to `/proc/self/environ`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
golden/git/suite.yaml:2:8: error[outside-registry]: `../../.git/config` is no part of the registry
    cases: ../../.git/config
           ^
  hint: a dataset is versioned with its suite
golden/loose: error[outside-registry]: the link `golden/loose` leads to `../../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
golden/recorded/cassette.jsonl: error[outside-registry]: the link `golden/recorded/cassette.jsonl` leads to `../../../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
prompts/_tone.prompt: error[outside-registry]: the link `prompts/_tone.prompt` leads to `/proc/self/environ`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
prompts/a.prompt:1:7: error[unknown-partial]: there is no partial `tone`
    Hello {{> tone}} {{name}}
          ^
12 errors, 0 warnings
[exit 1]
$ promptctl -C w eval --offline
[stderr]
golden/above/cases.csv: error[outside-registry]: the link `golden/above/cases.csv` leads to `../../../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
golden/chain/cases.jsonl: error[outside-registry]: the link `golden/chain/third.jsonl` leads to `../../../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
golden/chain/second.jsonl: error[outside-registry]: the link `golden/chain/third.jsonl` leads to `../../../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
golden/chain/third.jsonl: error[outside-registry]: the link `golden/chain/third.jsonl` leads to `../../../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
golden/environ/cases.jsonl: error[outside-registry]: the link `golden/environ/cases.jsonl` leads to `/proc/self/environ`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
golden/loose: error[outside-registry]: the link `golden/loose` leads to `../../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
golden/recorded/cassette.jsonl: error[outside-registry]: the link `golden/recorded/cassette.jsonl` leads to `../../../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
7 errors, 0 warnings
[exit 1]
$ promptctl -C w render a
[stderr]
prompts/_tone.prompt: error[outside-registry]: the link `prompts/_tone.prompt` leads to `/proc/self/environ`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
prompts/a.prompt:1:7: error[unknown-partial]: there is no partial `tone`
    Hello {{> tone}} {{name}}
          ^
2 errors, 0 warnings
[exit 1]
# So it is with promptctl.yaml itself, and in a commit.
-- x/prompts/a.prompt
Hello
$ link ../outside/secret.txt x/promptctl.yaml
$ link /proc/self/environ x/prompts/b.prompt
$ git init -q -b main x
$ git -C x add -A
$ git -C x commit -qm first
$ promptctl -C x lint
promptctl.yaml: error[outside-registry]: the link `promptctl.yaml` leads to `../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
prompts/b.prompt: error[outside-registry]: the link `prompts/b.prompt` leads to `/proc/self/environ`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
2 errors, 0 warnings
[exit 1]
$ promptctl -C x render b@git:HEAD
[stderr]
promptctl.yaml: error[outside-registry]: the link `promptctl.yaml` leads to `../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
1 error, 0 warnings
[exit 1]
$ promptctl -C x eval --untrusted=main
[stderr]
promptctl.yaml: error[outside-registry]: the link `promptctl.yaml` leads to `../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
1 error, 0 warnings
[exit 1]
# And with files that a command names: in the repository a commit may have made them links.
-- y/prompts/a.prompt
Hello
$ link ../../outside/secret.txt y/gates/strict.yaml
$ link /proc/self/environ y/run.intoto.jsonl
$ link ../outside y/more
$ git init -q -b main y
$ git -C y add -A
$ git -C y commit -qm first
$ promptctl -C y gate a --against a@git:HEAD --policy gates/strict.yaml
[stderr]
gates/strict.yaml: error[outside-registry]: the link `gates/strict.yaml` leads to `../../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
[exit 2]
$ promptctl -C y gate a --against a@git:HEAD --policy more/secret.txt
[stderr]
more/secret.txt: error[outside-registry]: the link `more` leads to `../outside`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
[exit 2]
$ promptctl -C y gate a --against a@git:HEAD --evidence run.intoto.jsonl
[stderr]
run.intoto.jsonl: error[outside-registry]: the link `run.intoto.jsonl` leads to `/proc/self/environ`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
[exit 2]
$ promptctl -C y mock more/secret.txt
[stderr]
more/secret.txt: error[outside-registry]: the link `more` leads to `../outside`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
[exit 2]
$ promptctl -C y gate a --against a@git:HEAD --policy ../outside/secret.txt
[stderr]
../outside/secret.txt:1:1: error[unknown-key]: unknown key `api_key`
    api_key: sk-0123456789
    ^
  hint: known keys: min_cases, confidence, max_evidence_age, cassette, signed_by, producers, endpoints, judges, min_kappa, rules
../outside/secret.txt:1:1: error[missing-key]: the gate has no rules
    api_key: sk-0123456789
    ^
  hint: nothing passes by being empty: add `rules`
2 errors, 0 warnings
[exit 2]
# Nor is anything written there.
$ link ../outside/secret.txt y/decision.md
$ promptctl -C y gate a --against a@git:HEAD -o decision.md
[stderr]
decision.md: error[outside-registry]: the link `decision.md` leads to `../outside/secret.txt`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
[exit 2]
$ promptctl -C y gate a --against a@git:HEAD -o more/decision.json
[stderr]
more/decision.json: error[outside-registry]: the link `more` leads to `../outside`, which is no part of the registry
  hint: only what is versioned with the registry is read: a link must be relative, and stay in it
[exit 2]
$ cat outside/secret.txt
api_key: sk-0123456789
# State that a commit brings, as a folder, a link or a submodule, is none.
$ git -C y update-index --add --cacheinfo 160000,4b825dc642cb6eb9a060e54bf8d69288fbee4904,.promptctl
$ git -C y commit -qm "state"
$ promptctl -C y runs list
[stderr]
.promptctl: error[committed-state]: local state is committed: runs and replies in it are of whoever wrote the commit
  hint: git rm -r --cached .promptctl
[exit 2]
$ git -C y rm -q --cached .promptctl
$ link ../outside y/.promptctl
$ git -C y add -f .promptctl
$ git -C y commit -qm "state"
$ promptctl -C y runs list
[stderr]
.promptctl: error[committed-state]: local state is committed: runs and replies in it are of whoever wrote the commit
  hint: git rm -r --cached .promptctl
[exit 2]
