#include "authoring/scaffold.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/diagnostic.hpp"
#include "eval/prepared_suite.hpp"
#include "exchange/cassette.hpp"
#include "exchange/response_record.hpp"

namespace promptctl {
namespace {

constexpr std::string_view suite_id = "sentiment";

const std::vector<std::pair<std::string, std::string>> texts{
    {"promptctl.yaml", R"(format: 1
defaults: {target: openai/gpt-4o-mini}
providers:
  openai:
    type: openai
    base_url: ${OPENAI_BASE_URL:-https://api.openai.com/v1}
    api_key: ${OPENAI_API_KEY}        # read from the environment, never written down
prices:                               # USD for a million tokens
  openai/gpt-4o-mini: {input: 0.15, cached_input: 0.075, output: 0.60}
)"},
    {"prompts/reviews/sentiment.prompt", R"(---
model: openai/gpt-4o-mini
config: {temperature: 0, maxOutputTokens: 10}
input:
  schema:
    review: string, what the customer wrote
---
{{role "system"}}
You judge product reviews. Answer with one word: positive, negative or mixed.
{{role "user"}}
{{review}}
)"},
    {"golden/sentiment/suite.yaml", R"(prompt: reviews/sentiment
cases: cases.jsonl
assert:
  - {type: equals, value: "{{expected}}"}
  - {type: latency, threshold: 3s, required: false, metric: speed}
)"},
    {"golden/sentiment/cases.jsonl",
     R"({"id": "happy", "vars": {"review": "Best kettle I ever had."}, "expected": "positive", "tags": ["en"]}
{"id": "angry", "vars": {"review": "Broke on the second day, and nobody answers."}, "expected": "negative", "tags": ["en"]}
{"id": "both", "vars": {"review": "Great sound, but the battery dies within an hour."}, "expected": "mixed", "tags": ["en"]}
{"id": "german", "vars": {"review": "Ich würde ihn sofort wieder kaufen."}, "expected": "positive", "tags": ["de"]}
)"},
};

// A gate that only a key can open: nobody is allowed to sign before somebody adds it.
constexpr std::string_view gate_settings = R"(environments:
  staging:
  production:
    after: staging
    gate:
      endpoints: [api.openai.com]       # who may have answered
      signed_by: [ci@example.com]       # who must vouch for it: docs/evidence.md of promptctl, "Signed"
      rules:
        - {metric: pass_rate, at_least: 75%}
        - {metric: pass_rate, not_worse_by: 5%}
        - {metric: critical, flips: 0}
        - {metric: errors, at_most: 1%}
ledger:
  allowed_signers: allowed_signers
  signed_from: never                    # the first event that must be signed, too
)";

constexpr std::string_view signers_text =
    R"text(# Who may sign: PRINCIPAL [OPTIONS] KEY, as ssh-keygen(1) has it under ALLOWED SIGNERS. For the CI's key:
#   ssh-keygen -t ed25519 -N "" -f evidence_key
#   echo "ci@example.com namespaces=\"promptctl-evidence\" $(cat evidence_key.pub)" >> allowed_signers
)text";

std::vector<std::pair<std::string, std::string>> texts_of(bool with_gate) {
  std::vector<std::pair<std::string, std::string>> all = texts;
  if (with_gate) {
    all.front().second += gate_settings;
    all.emplace_back("allowed_signers", signers_text);
  }
  return all;
}

// What a model answers to the cases: the scaffold's replies are as they should be.
Response recorded_reply(const Case& golden) {
  Response reply;
  reply.text = golden.expected->text;
  reply.finish_reason = "stop";
  reply.model = "gpt-4o-mini";
  reply.usage = {60, 1, 0};
  reply.latency = std::chrono::milliseconds(420);
  reply.first_token = std::chrono::milliseconds(400);
  return reply;
}

std::string cassette_text(const Files& files) {
  Registry registry(files);
  Diagnostics diagnostics;
  const Project project = registry.require_project(diagnostics);
  const auto prepared = prepare_suite(registry, std::string(suite_id), project, {}, diagnostics);
  if (!prepared) {
    throw std::logic_error("the scaffold does not pass its own lint: " + describe(diagnostics.all().front()));
  }
  Cassette cassette;
  const auto cases = open_cases(registry, prepared->suite, diagnostics);
  for (Case golden; cases->next(golden);) {
    const auto request = request_for(*prepared, golden, prepared->targets.front(), 1, diagnostics);
    cassette.put(request_digest(*request), recorded_reply(golden));
  }
  return cassette.text();
}

}  // namespace

std::vector<std::string> scaffold(Files& files, bool with_gate) {
  const auto all = texts_of(with_gate);
  std::vector<std::string> written;
  for (const auto& [path, text] : all) {
    if (files.has(path)) {
      throw Failure("already-exists", whole_file(path), "the file is already here; init writes over nothing");
    }
  }
  for (const auto& [path, text] : all) {
    files.write(path, text);
    written.push_back(path);
  }
  written.push_back(cassette_path(std::string(suite_id)));
  files.write(written.back(), cassette_text(files));
  return written;
}

}  // namespace promptctl
