# A number of YAML is sent as it is written, in JSON too where JSON has that form.
-- promptctl.yaml
format: 1
-- prompts/price.prompt
---
model: openai/m
input: {default: {rate: 1e3}}
---
{{price}} at {{rate}}, {{lookup names price}}, {{json price}}, {{flag}}, {{odd}}, {{json odd}}
-- golden/price/suite.yaml
prompt: price
cases: cases.yaml
assert: [{type: contains, value: x}]
-- golden/price/cases.yaml
- {id: 0x1F, vars: {price: 3.10, flag: True, names: {3.10: three ten}, odd: [3.10, {a: -1.50e+2}, 0x1F, +5, 5., .5, 007, 0.0, 1E3, True, 1.e2]}}
- {vars: {price: 3.1, flag: true, names: {3.1: three one}, odd: []}}
- {vars: {price: 3.10, flag: true, names: {3.10: one more}, odd: []}}
$ promptctl lint
no errors in 1 prompt, 1 suite and 3 cases
[exit 0]
$ promptctl render price --case 0x1F --suite price
[user]
3.10 at 1e3, three ten, 3.10, True, [3.10,{"a":-1.50e+2},31,5,5,0.5,"007",0.0,1E3,true,100], [3.10,{"a":-1.50e+2},31,5,5,0.5,"007",0.0,1E3,true,100]
[exit 0]
