#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/value.hpp"
#include "exchange/request.hpp"
#include "provider/answer_draft.hpp"
#include "provider/http.hpp"
#include "provider/provider_settings.hpp"
#include "provider/redact.hpp"
#include "provider/reply_reader.hpp"
#include "provider/variables.hpp"

namespace promptctl {

// Reads one answer, message by message. Whether what it found is an answer is decided by the ResponseDecoder.
class AnswerReader {
 public:
  virtual ~AnswerReader() = default;

  // Reads a message (the body, or the data of an event) into the draft; what it says of usage and of errors at its top
  // has been read. False when it is no message of this API.
  virtual bool read(const Value& message, AnswerDraft& draft) = 0;

  virtual Framing framing() const { return Framing::found; }
};

// Why an API refuses a parameter that it takes otherwise: beside another, or with this value.
struct Refusal {
  std::string parameter;  // as by `parameters_value`
  std::string why;        // "must be below `maxOutputTokens`"
};

// Asks for an access token (RFC 6749, section 5): the answer is a map with `access_token` and `expires_in`, in seconds.
struct TokenRequest {
  HttpRequest http;
  Secrets secrets;
  std::string fault;       // why nothing can be asked; empty: it can
  bool is_nearby = false;  // its server is the machine's own cloud's, which no proxy stands before
};

// The API of one provider, with its own settings of promptctl.yaml. Everything that all providers share (address, key,
// headers, time-outs) is `ProviderSettings`.
class Provider {
 public:
  virtual ~Provider() = default;

  // What to send. Keys stand as ${VAR}, as configured, so that a request can be shown; they are put in when it is sent.
  virtual HttpRequest ask(const Request& request, const ProviderSettings& settings) const = 0;

  // Whether a parameter, named as by `parameters_value` or as in `output_names`, can be sent to this model.
  virtual bool takes(std::string_view parameter, std::string_view model) const = 0;

  // Of parameters that it takes, those that it refuses as they are.
  virtual std::vector<Refusal> refusals(const Request& /*request*/) const { return {}; }

  // Fills in what the API demands of this model and nobody asked for.
  virtual void complete(Parameters& /*asked*/, std::string_view /*model*/) const {}

  // Whether a field of the body is for promptctl to say: how many answers there are, how they come, and how long they
  // may be. `name` is its own, wherever in the body it stands.
  virtual bool is_reserved(std::string_view name) const;

  // Of the answer to this request.
  virtual std::unique_ptr<AnswerReader> reader(const Request& request) const = 0;

  // Whether it takes requests for embeddings.
  virtual bool embeds() const { return false; }

  // Where it is reached, where its own settings say so; may hold ${VAR}. Empty: `base_url` alone says.
  virtual std::string address() const { return {}; }

  // Whether its requests bear secrets that neither `api_key` nor a header names.
  virtual bool bears_secrets(const ProviderSettings& /*settings*/) const { return false; }

  // What to ask for first: a token that each request then bears. None where requests bear all that they need.
  virtual std::optional<TokenRequest> token_request(const ProviderSettings& /*settings*/,
                                                    const Variables& /*variables*/,
                                                    std::chrono::system_clock::time_point /*now*/) const {
    return std::nullopt;
  }
};

}  // namespace promptctl
