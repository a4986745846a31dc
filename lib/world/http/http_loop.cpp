#include "world/http/http_loop.hpp"

#include <fmt/format.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <list>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "provider/error_body.hpp"
#include "world/http/curl_handles.hpp"

namespace promptctl {
namespace {

using SteadyClock = std::chrono::steady_clock;

struct Transfer {
  CurlEasy easy;
  CurlHeaders headers;
  std::string body;
  TransferOptions options;
  TransferListener* listener = nullptr;
  HttpHead head;
  bool head_told = false;
  SteadyClock::time_point started;
  std::optional<SteadyClock::time_point> last_byte;
  std::array<char, CURL_ERROR_SIZE> message{};
};

void tell_head(Transfer& transfer) {
  if (!std::exchange(transfer.head_told, true)) {
    transfer.listener->head(transfer.head);
  }
}

std::size_t on_header(char* bytes, std::size_t, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::string_view line = trim(std::string_view(bytes, count));
  if (line.starts_with("HTTP/")) {
    transfer.head = {};  // A 100 or a proxy's answer may come before the one that counts.
    const std::size_t space = line.find(' ');
    const auto status = space == std::string_view::npos ? std::nullopt : parse_integer(line.substr(space + 1, 3));
    transfer.head.status = static_cast<int>(status.value_or(0));
  } else if (const std::size_t colon = line.find(':'); colon != std::string_view::npos) {
    transfer.head.headers[lower_ascii(line.substr(0, colon))] = std::string(trim(line.substr(colon + 1)));
  }
  return count;
}

// A program that is started meanwhile must not inherit it.
curl_socket_t open_socket(void* /*user*/, curlsocktype /*purpose*/, curl_sockaddr* address) {
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t on_body(char* bytes, std::size_t, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  transfer.last_byte = SteadyClock::now();
  tell_head(transfer);
  return transfer.listener->body({bytes, count}) ? count : CURL_WRITEFUNC_ERROR;
}

// Whether the request was on its way, be it in part: the model may have answered what nobody heard.
bool was_sent(const Transfer& transfer) {
  curl_off_t uploaded = 0;
  curl_easy_getinfo(transfer.easy.get(), CURLINFO_SIZE_UPLOAD_T, &uploaded);
  return uploaded > 0;
}

// The status that a proxy answered with instead of making a tunnel; 0 where it made one, or there is no proxy.
int refusal_of_proxy(const Transfer& transfer) {
  long status = 0;
  curl_easy_getinfo(transfer.easy.get(), CURLINFO_HTTP_CONNECTCODE, &status);
  return status >= 300 ? static_cast<int>(status) : 0;
}

ProviderError proxy_error(int status) {
  ProviderError error;
  error.kind = error_kind(status);
  error.status = status;
  error.message = fmt::format("the proxy answered HTTP {}", status);
  return error;
}

// Of curl's codes, those that say the connection failed rather than the exchange on it.
ProviderError transport_error(CURLcode code, const Transfer& transfer) {
  if (const int status = refusal_of_proxy(transfer)) {
    return proxy_error(status);
  }
  ProviderError error;
  error.lost.uncounted = was_sent(transfer) ? 1 : 0;
  const std::string_view detail = transfer.message.data();
  error.message = detail.empty() ? curl_easy_strerror(code) : std::string(detail);
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
      error.kind = ProviderError::Kind::timeout;
      break;
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_HTTP2_STREAM:
    case CURLE_HTTP2:
      error.kind = transfer.head_told ? ProviderError::Kind::bad_response : ProviderError::Kind::connect;
      error.message = (transfer.head_told ? "the answer was cut short: " : "the connection was lost: ") + error.message;
      break;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
      error.kind = ProviderError::Kind::invalid_request;
      break;
    default:
      error.kind = ProviderError::Kind::connect;
  }
  return error;
}

}  // namespace

struct HttpLoop::State {
  CurlMulti multi{curl_multi_init()};
  std::list<Transfer> transfers;
  std::vector<CurlEasy> idle;

  CurlEasy take_easy();
  static void configure(Transfer& transfer, const HttpRequest& request);
  std::list<Transfer>::iterator find(const CURL* easy);
  void finish(std::list<Transfer>::iterator transfer, const ProviderError* error);
  void finish_done();
  void finish_late();
};

CurlEasy HttpLoop::State::take_easy() {
  if (idle.empty()) {
    return CurlEasy(curl_easy_init());
  }
  CurlEasy easy = std::move(idle.back());
  idle.pop_back();
  curl_easy_reset(easy.get());
  return easy;
}

void HttpLoop::State::configure(Transfer& transfer, const HttpRequest& request) {
  CURL* easy = transfer.easy.get();
  curl_slist* headers = curl_slist_append(nullptr, "Expect:");
  for (const auto& [name, value] : request.headers) {
    headers = curl_slist_append(headers, fmt::format("{}: {}", name, value).c_str());
  }
  transfer.headers.reset(headers);
  transfer.body = request.body;
  curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
  if (request.method != "GET") {
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(transfer.body.size()));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, transfer.body.c_str());
  }
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer.headers.get());
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer.message.data());
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(transfer.options.connect.count()));
  curl_easy_setopt(easy, CURLOPT_PROXY, transfer.options.proxy.c_str());
  curl_easy_setopt(easy, CURLOPT_NOPROXY, "");  // Who is asked is decided before; curl asks no variable.
  if (const std::string_view pem = transfer.options.certificates; !pem.empty()) {
    curl_blob blob{const_cast<char*>(pem.data()), pem.size(), CURL_BLOB_NOCOPY};  // NOLINT: curl only reads it.
    curl_easy_setopt(easy, CURLOPT_CAINFO_BLOB, &blob);
  } else if (!transfer.options.ca_file.empty()) {
    curl_easy_setopt(easy, CURLOPT_CAINFO, transfer.options.ca_file.c_str());
  }
  if (request.url.starts_with("https://")) {
    curl_easy_setopt(easy, CURLOPT_PIPEWAIT, 1L);
  }
}

std::list<Transfer>::iterator HttpLoop::State::find(const CURL* easy) {
  Transfer* transfer = nullptr;
  curl_easy_getinfo(const_cast<CURL*>(easy), CURLINFO_PRIVATE, &transfer);  // NOLINT: curl's getinfo takes no const.
  return std::find_if(transfers.begin(), transfers.end(), [&](const Transfer& one) { return &one == transfer; });
}

// The listener hears of the end when the transfer is already gone, so that it may start another.
void HttpLoop::State::finish(std::list<Transfer>::iterator transfer, const ProviderError* error) {
  curl_multi_remove_handle(multi.get(), transfer->easy.get());
  std::list<Transfer> gone;
  gone.splice(gone.begin(), transfers, transfer);
  if (error == nullptr) {
    tell_head(gone.front());
    idle.push_back(std::move(gone.front().easy));
  }
  gone.front().listener->finished(error);
}

void HttpLoop::State::finish_done() {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left)) {
    if (message->msg != CURLMSG_DONE) {
      continue;
    }
    const CURLcode code = message->data.result;
    const auto transfer = find(message->easy_handle);
    if (code == CURLE_OK || code == CURLE_WRITE_ERROR) {  // The latter: the listener has heard enough.
      finish(transfer, nullptr);
    } else {
      const ProviderError error = transport_error(code, *transfer);
      finish(transfer, &error);
    }
  }
}

void HttpLoop::State::finish_late() {
  const auto now = SteadyClock::now();
  for (auto next = transfers.begin(); next != transfers.end();) {
    const auto transfer = next++;
    const TransferOptions& options = transfer->options;
    std::string_view what;
    if (now - transfer->started >= options.total) {
      what = "no complete answer in time";
    } else if (!transfer->last_byte && now - transfer->started >= options.first_byte) {
      what = "no first byte in time";
    } else if (transfer->last_byte && now - *transfer->last_byte >= options.idle) {
      what = "the stream stood still for too long";
    }
    if (!what.empty()) {
      ProviderError error;
      error.kind = ProviderError::Kind::timeout;
      error.message = what;
      error.lost.uncounted = was_sent(*transfer) ? 1 : 0;
      finish(transfer, &error);
    }
  }
}

HttpLoop::HttpLoop(long most_connections) : state_(std::make_unique<State>()) {
  curl_multi_setopt(state_->multi.get(), CURLMOPT_MAXCONNECTS, most_connections);
}

HttpLoop::~HttpLoop() {
  for (Transfer& transfer : state_->transfers) {
    curl_multi_remove_handle(state_->multi.get(), transfer.easy.get());
  }
}

void HttpLoop::start(const HttpRequest& request, const TransferOptions& options, TransferListener& listener) {
  Transfer& transfer = state_->transfers.emplace_back();
  transfer.easy = state_->take_easy();
  transfer.options = options;
  transfer.listener = &listener;
  transfer.started = SteadyClock::now();
  State::configure(transfer, request);
  curl_easy_setopt(transfer.easy.get(), CURLOPT_PRIVATE, &transfer);
  if (curl_multi_add_handle(state_->multi.get(), transfer.easy.get()) != CURLM_OK) {
    throw std::bad_alloc();  // Its only other causes are our own misuse.
  }
}

void HttpLoop::poll(std::chrono::milliseconds timeout, const std::vector<int>& others) {
  int running = 0;
  std::vector<curl_waitfd> waits;
  std::ranges::transform(others, std::back_inserter(waits),
                         [](int one) { return curl_waitfd{one, CURL_WAIT_POLLIN, 0}; });
  curl_multi_poll(state_->multi.get(), waits.data(), static_cast<unsigned>(waits.size()),
                  static_cast<int>(timeout.count()), nullptr);
  curl_multi_perform(state_->multi.get(), &running);
  state_->finish_done();
  state_->finish_late();
}

void HttpLoop::cancel_all(const ProviderError& error) {
  while (!state_->transfers.empty()) {
    state_->finish(state_->transfers.begin(), &error);
  }
}

std::size_t HttpLoop::active() const {
  return state_->transfers.size();
}

}  // namespace promptctl
