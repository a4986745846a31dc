#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/response.hpp"
#include "provider/http.hpp"

namespace promptctl {

// How one transfer is carried.
struct TransferOptions {
  std::chrono::milliseconds connect{10'000};
  std::chrono::milliseconds first_byte{60'000};  // from the start to the first byte of the body
  std::chrono::milliseconds idle{60'000};        // between two pieces of the body
  std::chrono::milliseconds total{600'000};
  std::string proxy;              // URL; empty: none, whatever the environment says
  std::string ca_file;            // path of a PEM file; empty, as `certificates`: the system's
  std::string_view certificates;  // a PEM text in its place; must outlive the transfer
};

// Hears of one transfer. `finished` is the last call and comes exactly once.
class TransferListener {
 public:
  virtual ~TransferListener() = default;
  virtual void head(const HttpHead& head) = 0;

  // False: nothing more is wanted; the transfer ends as if it were complete.
  virtual bool body(std::string_view bytes) = 0;

  // `error` is null when the body is complete; else its `lost` says whether the request was sent.
  virtual void finished(const ProviderError* error) = 0;
};

// HTTP transfers on one thread, through libcurl's multi interface. Knows no provider. Connections are kept and reused.
class HttpLoop {
 public:
  explicit HttpLoop(long most_connections);
  ~HttpLoop();
  HttpLoop(const HttpLoop&) = delete;
  HttpLoop& operator=(const HttpLoop&) = delete;

  // Starts a transfer; nothing is heard of it before `poll`. `listener` must outlive it.
  void start(const HttpRequest& request, const TransferOptions& options, TransferListener& listener);

  // Waits at most `timeout` for traffic, here or on `others`, which are of someone else, and lets listeners hear of it.
  // A listener may start further transfers.
  void poll(std::chrono::milliseconds timeout, const std::vector<int>& others = {});

  // Ends every transfer with the error given.
  void cancel_all(const ProviderError& error);

  std::size_t active() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace promptctl
