#include "provider/http.hpp"

#include <fmt/format.h>

namespace promptctl {

HttpAnswer text_answer(int status, std::string_view line) {
  HttpAnswer answer;
  answer.status = status;
  answer.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
  answer.pieces.push_back({{}, fmt::format("{}\n", line)});
  return answer;
}

std::string answer_head(const HttpAnswer& answer, const HttpFraming& framing) {
  std::string head = fmt::format("HTTP/1.1 {} {}\r\n", answer.status, answer.status < 400 ? "OK" : "Error");
  for (const auto& [name, value] : answer.headers) {
    head += fmt::format("{}: {}\r\n", name, value);
  }
  if (framing.chunked) {
    head += "Transfer-Encoding: chunked\r\n";
  } else {
    head += fmt::format("Content-Length: {}\r\n", answer.pieces.empty() ? 0 : answer.pieces.front().bytes.size());
  }
  return head + (framing.keep_alive ? "\r\n" : "Connection: close\r\n\r\n");
}

}  // namespace promptctl
