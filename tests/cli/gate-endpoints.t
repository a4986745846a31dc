# Who answered is named with what stands between: a proxy before an allowed host, and plain http, are not that host.
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "http://api.larchpine.example/v1", proxy: "${MOCK_URL}", retries: 0}
-- prompts/p.prompt
---
model: local/m
input: {schema: {q: string}}
---
{{q}}
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: fine}]
-- golden/s/cases.jsonl
{"id": "a", "vars": {"q": "one"}}
-- host.yaml
endpoints: [api.larchpine.example, "http://api.larchpine.example"]
rules: [{metric: pass_rate, at_least: 10%}]
-- proxy.yaml
endpoints: ["http://api.larchpine.example through 127.0.0.1:*"]
rules: [{metric: pass_rate, at_least: 10%}]
-- mock.yaml
rules: [{reply: fine}]
$ git init -q -b main .
$ git add -A
$ git commit -qm registry
$ mock mock.yaml
$ promptctl eval --no-cache --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-030405-89025cc1","s","a","local/m",1,error,,,,,,,false,"HTTP 404: the mock server has no POST http://api.larchpine.example/v1/chat/completions",""
[exit 2]
$ promptctl gate p --against p@git:HEAD --policy host.yaml
INCONCLUSIVE  p by the gate of host.yaml, against p@git:HEAD

  s with local/m
    ? evidence: there is none that may be used
    note: run 20260102-030405-89025cc1 is refused: answered by
          http://api.larchpine.example through 127.0.0.1:PORT, which is none of
          the policy's endpoints
    note: promptctl eval p --suite s --target local/m --no-cache makes
          evidence

p@git:HEAD and p are identical: sha256:fcdc07950f47
[exit 3]
$ promptctl gate p --against p@git:HEAD --policy proxy.yaml
INCONCLUSIVE  p by the gate of proxy.yaml, against p@git:HEAD

  s with local/m
    ? evidence: there is none that may be used
    note: run 20260102-030405-89025cc1 is refused: without a verdict: 1 of
          1 case have none
    note: promptctl eval p --suite s --target local/m --no-cache makes
          evidence

p@git:HEAD and p are identical: sha256:fcdc07950f47
[exit 3]
# A gate that asks who vouches needs to know whom to believe, by name.
-- promptctl.yaml
format: 1
environments:
  production:
    gate: {signed_by: ["*@larchpine.example"], producers: ["https://ci.example/*"], rules: [{metric: critical, flips: 0}]}
$ promptctl lint
promptctl.yaml:4:23: error[bad-signer]: `signed_by` names principals one by one, without patterns
        gate: {signed_by: ["*@larchpine.example"], producers:…
                          ^
  hint: write signed_by: [ci@example.com], as the file of allowed signers has it
promptctl.yaml:4:23: error[missing-key]: `signed_by` needs `ledger.allowed_signers`
        gate: {signed_by: ["*@larchpine.example"], producers:…
                          ^
  hint: evidence counts as somebody's when a key signed it: name the file of allowed signers
promptctl.yaml:4:59: error[missing-key]: `producers` needs `ledger.allowed_signers`
    …["*@larchpine.example"], producers: ["https://ci.example/*"], rules: [{…
                                         ^
  hint: evidence counts as somebody's when a key signed it: name the file of allowed signers
prompts/p.prompt:2:8: error[unknown-provider]: `local/m` names no provider of this registry
    model: local/m
           ^
  hint: describe it under `providers:` in promptctl.yaml
4 errors, 0 warnings
[exit 1]
-- promptctl.yaml
format: 1
environments:
  production:
    gate: {signed_by: [ci@larchpine.example], rules: [{metric: critical, flips: 0}]}
ledger: {allowed_signers: signers, signed_from: never}
-- signers
ci@larchpine.example ssh-ed25519 AAAA
*@larchpine.example cert-authority ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKxqY6H6/ddJfPrSoe1bqDbhIiDToWm7zzDUss7/orup
$ git add -A
$ git commit -qm signers
$ promptctl gate p --env production
[stderr]
signers:1:1: error[bad-signer]: there is no key of the kind `ssh-ed25519` that can be used
    ci@larchpine.example ssh-ed25519 AAAA
    ^
  hint: PRINCIPALS [namespaces="…",valid-after="…",valid-before="…"] KIND KEY, as ssh-keygen(1) has it under ALLOWED SIGNERS
[exit 2]
