#include "world/server/local_connection.hpp"

#include <fmt/format.h>

#include <boost/asio/write.hpp>

#include "base/text.hpp"
#include "base/url.hpp"

namespace promptctl {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Error = beast::error_code;

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

}  // namespace

void LocalConnection::read_head() {
  parser_.emplace();
  parser_->body_limit(host_.limits.body);
  parser_->header_limit(longest_head);
  stream_.expires_after(served_ ? host_.limits.idle : host_.limits.request);
  http::async_read_header(stream_, buffer_, *parser_, [self = shared_from_this()](Error error, std::size_t) {
    error ? self->refuse(error) : self->read_body();
  });
}

void LocalConnection::read_body() {
  stream_.expires_after(host_.limits.request);
  if (beast::iequals(parser_->get()[http::field::expect], "100-continue")) {
    out_ = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(stream_, asio::buffer(out_), [self = shared_from_this()](Error error, std::size_t) {
      error ? self->close() : self->read_rest();
    });
  } else {
    read_rest();
  }
}

void LocalConnection::read_rest() {
  http::async_read(stream_, buffer_, *parser_, [self = shared_from_this()](Error error, std::size_t) {
    error ? self->refuse(error) : self->respond();
  });
}

// What is no request, or too much of one, is told so; whoever is slow or gone is not.
void LocalConnection::refuse(Error error) {
  const bool too_long = error == http::error::body_limit || error == http::error::header_limit;
  const bool silent = error == http::error::end_of_stream || error == beast::error::timeout ||
                      error.category() == boost::system::system_category();
  if (silent) {
    close();
    return;
  }
  framing_.keep_alive = false;
  send(text_answer(too_long ? 413 : 400, too_long ? "the request is too long" : "this is no HTTP request"));
}

void LocalConnection::respond() {
  const auto& message = parser_->get();
  framing_ = {false, message.keep_alive(), message.method() != http::verb::head};
  served_ = true;
  send(host_.answer(read_request(message)));
}

void LocalConnection::send(HttpAnswer answer) {
  ++host_.under_way;
  answer_ = std::move(answer);
  piece_ = 0;
  const bool is_whole = answer_->pieces.size() <= 1 && answer_->end == HttpAnswer::End::complete;
  framing_.chunked = !is_whole && framing_.has_body;
  out_ = answer_head(*answer_, framing_);
  next_piece();
}

// Waits for the next piece's moment. The head goes out with the first.
void LocalConnection::next_piece() {
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

void LocalConnection::write_piece() {
  const std::string& bytes = answer_->pieces[piece_++].bytes;
  if (!framing_.chunked) {
    out_ += bytes;
  } else if (!bytes.empty()) {
    out_ += fmt::format("{:x}\r\n{}\r\n", bytes.size(), bytes);
  }
  flush([](LocalConnection& self) { self.next_piece(); });
}

void LocalConnection::finish() {
  switch (answer_->end) {
    case HttpAnswer::End::complete:
      out_ += framing_.chunked ? "0\r\n\r\n" : "";
      flush([](LocalConnection& self) { self.finished(); });
      break;
    case HttpAnswer::End::cut:
      flush([](LocalConnection& self) { self.close(); });
      break;
    case HttpAnswer::End::stall:
      flush([](LocalConnection& self) { self.wait_for_end(); });
      break;
  }
}

void LocalConnection::flush(void (*then)(LocalConnection& self)) {
  if (out_.empty()) {
    then(*this);
    return;
  }
  sent_ = std::exchange(out_, {});
  stream_.expires_after(host_.limits.idle);
  asio::async_write(stream_, asio::buffer(sent_), [self = shared_from_this(), then](Error error, std::size_t) {
    error ? self->close() : then(*self);
  });
}

void LocalConnection::finished() {
  end_answer();
  framing_.keep_alive ? read_head() : close();
}

void LocalConnection::wait_for_end() {
  stream_.expires_never();
  stream_.async_read_some(buffer_.prepare(1), [self = shared_from_this()](Error, std::size_t) { self->close(); });
}

void LocalConnection::end_answer() {
  host_.under_way -= answer_ ? 1 : 0;
  answer_.reset();
}

void LocalConnection::close() {
  Error ignored;
  end_answer();
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
  stream_.close();
  host_.gone(shared_from_this());
}

}  // namespace promptctl
