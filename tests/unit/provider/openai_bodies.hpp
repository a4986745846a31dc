// Bodies as servers of the openai type send them, and what the decoder makes of them.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "provider/provider_type.hpp"
#include "provider/response_decoder.hpp"

namespace promptctl {

inline ProviderSettings settings_with(std::map<std::string, std::string> finish_reasons) {
  ProviderSettings settings = plain_provider("openai", *find_provider_type("openai"));
  settings.finish_reasons = std::move(finish_reasons);
  return settings;
}

inline const ProviderSettings plain = plain_provider("openai", *find_provider_type("openai"));

inline CallOutcome outcome_of(int status, std::string_view body, std::size_t piece = 1U << 20U,
                              const ProviderSettings& settings = plain) {
  ResponseDecoder decoder(settings, {});
  decoder.head({status, {}});
  bool more = true;
  for (std::size_t at = 0; more && at < body.size(); at += piece) {
    more = decoder.body(body.substr(at, piece));
  }
  return decoder.finish();
}

inline std::string shown(const CallOutcome& outcome) {
  if (const auto* error = std::get_if<ProviderError>(&outcome)) {
    return std::string(error_kind_name(error->kind)) + ": " + error->message;
  }
  const auto& response = std::get<Response>(outcome);
  const auto count = [](const std::optional<long long>& number) { return number ? std::to_string(*number) : "-"; };
  return response.text + " | " + response.finish_reason + " | " + response.model + " | " + count(response.usage.input) +
         "," + count(response.usage.output) + "," + count(response.usage.cached) +
         (response.refusal.empty() ? "" : " | refused: " + response.refusal);
}

inline std::string decoded(std::string_view body, int status = 200) {
  return shown(outcome_of(status, body));
}

// An event of the stream.
inline std::string event(const std::string& json) {
  return "data: " + json + "\n\n";
}

inline std::string said(const std::string& text, const std::string& more = "") {
  return event(R"({"choices":[{"index":0,"delta":{"content":")" + text + R"("},"finish_reason":null}])" + more + "}");
}

inline std::string ended(const std::string& word, const std::string& more = "") {
  return event(R"({"choices":[{"index":0,"delta":{},"finish_reason":")" + word + "\"}]" + more + "}");
}

inline const std::string done = "data: [DONE]\n\n";
inline const std::string usage = event(R"({"choices":[],"usage":{"prompt_tokens":10,"completion_tokens":5}})");

inline const std::string stream =
    event(R"({"model":"gpt-4o-mini-2024-07-18","choices":[{"index":0,"delta":{"role":"assistant","content":"",)"
          R"("refusal":null},"finish_reason":null}]})") +
    said("Grüße ") + said("aus 日本") + ended("stop") +
    event(R"({"choices":[],"usage":{"prompt_tokens":19,"completion_tokens":10,"prompt_tokens_details":)"
          R"({"cached_tokens":4}}})") +
    done;

}  // namespace promptctl
