#include "world/local_server.hpp"

#include <fmt/format.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <optional>
#include <set>
#include <thread>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "base/url.hpp"

namespace promptctl {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Error = beast::error_code;

constexpr int backlog = 4096;
constexpr std::uint32_t longest_head = 64U << 10U;

LocalRequest read_request(const http::request<http::string_body>& message) {
  LocalRequest request;
  request.method = std::string(message.method_string().data(), message.method_string().size());
  UrlTarget target = read_url_target({message.target().data(), message.target().size()});
  request.path = std::move(target.path);
  request.query = std::move(target.query);
  for (const auto& field : message) {
    request.headers[lower_ascii({field.name_string().data(), field.name_string().size()})] =
        std::string(field.value().data(), field.value().size());
  }
  request.body = message.body();
  return request;
}

HttpAnswer plain_answer(int status, std::string_view text) {
  HttpAnswer answer;
  answer.status = status;
  answer.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
  answer.pieces.push_back({{}, std::string(text) + "\n"});
  return answer;
}

}  // namespace

struct LocalServer::State {
  class Connection;

  State(std::function<HttpAnswer(const LocalRequest&)> handler, const Limits& given)
      : answer(std::move(handler)), limits(given) {}

  void accept();
  void gone(const std::shared_ptr<Connection>& connection);
  HttpAnswer answer_of(const LocalRequest& request);

  std::function<HttpAnswer(const LocalRequest&)> answer;
  Limits limits;
  asio::io_context context;
  asio::ip::tcp::acceptor acceptor{context};
  std::set<std::shared_ptr<Connection>> connections;
  asio::steady_timer pause{context};
  std::size_t under_way = 0;  // answers
  int port = 0;
  bool accepting = false;
  std::thread thread;
};

// One client, from request to request. Each step keeps the connection alive until it is called back.
class LocalServer::State::Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(State& server, asio::ip::tcp::socket socket)
      : server_(server), stream_(std::move(socket)), delay_(server.context) {}

  void read_head() {
    parser_.emplace();
    parser_->body_limit(server_.limits.body);
    parser_->header_limit(longest_head);
    stream_.expires_after(served_ ? server_.limits.idle : server_.limits.request);
    http::async_read_header(stream_, buffer_, *parser_, [self = shared_from_this()](Error error, std::size_t) {
      error ? self->refuse(error) : self->read_body();
    });
  }

  // The server has stopped: nothing is called back any more.
  void drop() { stream_.close(); }

 private:
  void read_body() {
    stream_.expires_after(server_.limits.request);
    if (beast::iequals(parser_->get()[http::field::expect], "100-continue")) {
      out_ = "HTTP/1.1 100 Continue\r\n\r\n";
      asio::async_write(stream_, asio::buffer(out_), [self = shared_from_this()](Error error, std::size_t) {
        error ? self->close() : self->read_rest();
      });
    } else {
      read_rest();
    }
  }

  void read_rest() {
    http::async_read(stream_, buffer_, *parser_, [self = shared_from_this()](Error error, std::size_t) {
      error ? self->refuse(error) : self->respond();
    });
  }

  // What is no request, or too much of one, is told so; whoever is slow or gone is not.
  void refuse(Error error) {
    const bool too_long = error == http::error::body_limit || error == http::error::header_limit;
    const bool silent = error == http::error::end_of_stream || error == beast::error::timeout ||
                        error.category() == boost::system::system_category();
    if (silent) {
      close();
      return;
    }
    framing_.keep_alive = false;
    send(plain_answer(too_long ? 413 : 400, too_long ? "the request is too long" : "this is no HTTP request"));
  }

  void respond() {
    const auto& message = parser_->get();
    framing_ = {false, message.keep_alive(), message.method() != http::verb::head};
    served_ = true;
    send(server_.answer_of(read_request(message)));
  }

  void send(HttpAnswer answer) {
    ++server_.under_way;
    answer_ = std::move(answer);
    piece_ = 0;
    const bool is_whole = answer_->pieces.size() <= 1 && answer_->end == HttpAnswer::End::complete;
    framing_.chunked = !is_whole && framing_.has_body;
    out_ = answer_head(*answer_, framing_);
    next_piece();
  }

  // Waits for the next piece's moment. The head goes out with the first.
  void next_piece() {
    stream_.expires_never();
    if (!framing_.has_body || piece_ == answer_->pieces.size()) {
      finish();
      return;
    }
    const auto delay = answer_->pieces[piece_].delay;
    if (delay.count() <= 0) {
      write_piece();
      return;
    }
    delay_.expires_after(delay);
    delay_.async_wait([self = shared_from_this()](Error error) { error ? self->close() : self->write_piece(); });
  }

  void write_piece() {
    const std::string& bytes = answer_->pieces[piece_++].bytes;
    if (!framing_.chunked) {
      out_ += bytes;
    } else if (!bytes.empty()) {
      out_ += fmt::format("{:x}\r\n{}\r\n", bytes.size(), bytes);
    }
    flush([](Connection& self) { self.next_piece(); });
  }

  void finish() {
    switch (answer_->end) {
      case HttpAnswer::End::complete:
        out_ += framing_.chunked ? "0\r\n\r\n" : "";
        flush([](Connection& self) { self.finished(); });
        break;
      case HttpAnswer::End::cut:
        flush([](Connection& self) { self.close(); });
        break;
      case HttpAnswer::End::stall:
        flush([](Connection& self) { self.wait_for_end(); });
        break;
    }
  }

  void flush(void (*then)(Connection& self)) {
    if (out_.empty()) {
      then(*this);
      return;
    }
    sent_ = std::exchange(out_, {});
    stream_.expires_after(server_.limits.idle);
    asio::async_write(stream_, asio::buffer(sent_), [self = shared_from_this(), then](Error error, std::size_t) {
      error ? self->close() : then(*self);
    });
  }

  void finished() {
    end_answer();
    framing_.keep_alive ? read_head() : close();
  }

  void wait_for_end() {
    stream_.expires_never();
    stream_.async_read_some(buffer_.prepare(1), [self = shared_from_this()](Error, std::size_t) { self->close(); });
  }

  void end_answer() {
    server_.under_way -= answer_ ? 1 : 0;
    answer_.reset();
  }

  void close() {
    Error ignored;
    end_answer();
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
    stream_.close();
    server_.gone(shared_from_this());
  }

  State& server_;
  beast::tcp_stream stream_;
  asio::steady_timer delay_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  std::optional<HttpAnswer> answer_;
  std::size_t piece_ = 0;
  HttpFraming framing_;
  bool served_ = false;
  std::string out_;   // to be sent with what comes next
  std::string sent_;  // on its way
};

void LocalServer::State::accept() {
  if (accepting || connections.size() >= limits.connections || !acceptor.is_open()) {
    return;
  }
  accepting = true;
  acceptor.async_accept([this](Error error, asio::ip::tcp::socket socket) {
    accepting = false;
    if (error) {  // No descriptor is left, say: some will be given back.
      constexpr std::chrono::milliseconds a_while{20};
      pause.expires_after(a_while);
      pause.async_wait([this](Error) { accept(); });
      return;
    }
    Error ignored;
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    (*connections.insert(std::make_shared<Connection>(*this, std::move(socket))).first)->read_head();
    accept();
  });
}

void LocalServer::State::gone(const std::shared_ptr<Connection>& connection) {
  connections.erase(connection);
  accept();
}

HttpAnswer LocalServer::State::answer_of(const LocalRequest& request) {
  try {
    return answer(request);
  } catch (const std::exception& error) {
    return plain_answer(500, error.what());
  }
}

LocalServer::LocalServer(std::function<HttpAnswer(const LocalRequest&)> answer, const Limits& limits)
    : state_(std::make_unique<State>(std::move(answer), limits)) {}

LocalServer::~LocalServer() {
  stop();
}

int LocalServer::start(int port) {
  const asio::ip::tcp::endpoint address(asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(port));
  Error error;
  asio::ip::tcp::acceptor& acceptor = state_->acceptor;
  acceptor.open(address.protocol(), error);
  acceptor.set_option(asio::socket_base::reuse_address(true), error);  // Past connections; a second server stays out.
  acceptor.bind(address, error);
  if (!error) {
    acceptor.listen(backlog, error);
  }
  if (error) {
    throw Failure("port-in-use", fmt::format("cannot listen on 127.0.0.1:{}: {}", port, error.message()),
                  "choose another --port");
  }
  state_->port = acceptor.local_endpoint().port();
  state_->accept();
  state_->thread = std::thread([this] { state_->context.run(); });
  return state_->port;
}

int LocalServer::port() const {
  return state_->port;
}

std::size_t LocalServer::answers_under_way() const {
  return state_->under_way;
}

void LocalServer::stop() {
  state_->context.stop();
  if (state_->thread.joinable()) {
    state_->thread.join();
  }
  Error ignored;
  state_->acceptor.close(ignored);
  for (const auto& connection : state_->connections) {
    connection->drop();
  }
  state_->connections.clear();
}

}  // namespace promptctl
