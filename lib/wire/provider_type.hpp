#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "model/project.hpp"
#include "model/request.hpp"
#include "model/response.hpp"
#include "wire/http.hpp"

namespace promptctl {

// Turns the bytes of one HTTP response, in pieces of any size, into what the model answered. Knows neither sockets nor
// clocks: latency, TTFT and attempts are filled in by whoever feeds it.
class ResponseDecoder {
 public:
  virtual ~ResponseDecoder() = default;

  // Called once, before any body bytes.
  virtual void head(const HttpHead& head) = 0;

  // False when what has come already decides the outcome, and the rest is not wanted.
  virtual bool body(std::string_view bytes) = 0;

  // Whether the model's first text has come: the moment of TTFT. Stays false for answers that are not streamed.
  virtual bool has_text() const = 0;

  // Call once, at the end of the body. A body that the protocol says is not over yet is a `bad_response`.
  virtual Outcome finish() = 0;
};

// A kind of model API. One file in providers/ each.
struct ProviderType {
  std::string_view name;
  std::string_view summary;

  // What to send. Keys stand as ${VAR}, as configured, so that a request can be shown; they are put in when it is sent.
  HttpRequest (*request)(const Request& request, const ProviderSettings& settings);

  std::unique_ptr<ResponseDecoder> (*decoder)(const Request& request);
};

std::span<const ProviderType* const> provider_types();

// Null when there is no such type.
const ProviderType* find_provider_type(std::string_view name);

std::vector<std::string_view> provider_type_names();

}  // namespace promptctl
