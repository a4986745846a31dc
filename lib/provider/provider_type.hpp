#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "document/value.hpp"
#include "exchange/request.hpp"
#include "provider/answer_draft.hpp"
#include "provider/http.hpp"
#include "provider/provider_settings.hpp"

namespace promptctl {

// A kind of model API. One file in providers/ each.
struct ProviderType {
  std::string_view name;
  std::string_view summary;

  // The words for how an answer ended that mark it as whole. A provider's settings may map further words to these; an
  // answer that ends in any other, or in none, is an error.
  std::span<const std::string_view> finish_reasons;

  // What a stream says last; empty where it just ends.
  std::string_view end_mark;

  // What to send. Keys stand as ${VAR}, as configured, so that a request can be shown; they are put in when it is sent.
  HttpRequest (*request)(const Request& request, const ProviderSettings& settings);

  // Reads one message of an answer (the body, or the data of an event) into the draft; what it says of usage and of
  // errors at its top has been read. False when it is no message of this API.
  bool (*read)(const Value& message, AnswerDraft& draft);
};

std::span<const ProviderType* const> provider_types();

// Null when there is no such type.
const ProviderType* find_provider_type(std::string_view name);

// The types as promptctl.yaml may name them.
std::vector<ProviderKind> provider_kinds();

}  // namespace promptctl
