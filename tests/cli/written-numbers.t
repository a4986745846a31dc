# A number of YAML is sent as it is written; in JSON of a template it is a number.
-- promptctl.yaml
format: 1
-- prompts/price.prompt
---
model: openai/m
input: {default: {rate: 1e3}}
---
{{price}} at {{rate}}, {{lookup names price}}, {{json price}}, {{flag}}
-- golden/price/suite.yaml
prompt: price
cases: cases.yaml
assert: [{type: contains, value: x}]
-- golden/price/cases.yaml
- {id: 0x1F, vars: {price: 3.10, flag: True, names: {3.10: three ten}}}
- {vars: {price: 3.1, flag: true, names: {3.1: three one}}}
- {vars: {price: 3.10, flag: true, names: {3.10: one more}}}
$ promptctl lint
no errors in 1 prompt, 1 suite and 3 cases
[exit 0]
$ promptctl render price --case 0x1F --suite price
[user]
3.10 at 1e3, three ten, 3.1, True
[exit 0]
