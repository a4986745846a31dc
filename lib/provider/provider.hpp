#pragma once

#include <memory>
#include <string_view>

#include "document/value.hpp"
#include "exchange/request.hpp"
#include "provider/answer_draft.hpp"
#include "provider/http.hpp"
#include "provider/provider_settings.hpp"
#include "provider/reply_reader.hpp"

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

// The API of one provider, with its own settings of promptctl.yaml. Everything that all providers share (address, key,
// headers, time-outs) is `ProviderSettings`.
class Provider {
 public:
  virtual ~Provider() = default;

  // What to send. Keys stand as ${VAR}, as configured, so that a request can be shown; they are put in when it is sent.
  virtual HttpRequest ask(const Request& request, const ProviderSettings& settings) const = 0;

  // Whether a parameter, named as by `parameters_value`, can be sent to this model.
  virtual bool takes(std::string_view parameter, std::string_view model) const = 0;

  // Of the answer to this request.
  virtual std::unique_ptr<AnswerReader> reader(const Request& request) const = 0;
};

}  // namespace promptctl
