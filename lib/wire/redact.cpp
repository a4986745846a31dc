#include "wire/redact.hpp"

#include "base/text.hpp"

namespace promptctl {

void redact(Outcome& outcome, const std::vector<std::string>& secrets) {
  constexpr std::size_t shortest = 6;  // Shorter values are no keys, and too common to look for.
  for (const std::string& secret : secrets) {
    if (secret.size() < shortest) {
      continue;
    }
    const auto clean = [&secret](std::string& text) {
      if (text.find(secret) != std::string::npos) {
        text = replace_all(text, secret, "[redacted]");
      }
    };
    if (auto* error = std::get_if<ProviderError>(&outcome)) {
      clean(error->message);
    } else {
      auto& response = std::get<Response>(outcome);
      clean(response.text);
      clean(response.refusal);
      clean(response.model);
    }
  }
}

}  // namespace promptctl
