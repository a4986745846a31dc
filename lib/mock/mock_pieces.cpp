#include "mock/mock_pieces.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "base/text.hpp"
#include "document/json.hpp"

namespace promptctl {
namespace {

using std::chrono::microseconds;

std::string retry_after_text(std::chrono::milliseconds wait) {
  return number_text(static_cast<double>(wait.count()) / 1000);
}

}  // namespace

std::string text_of_content(const Value* content) {
  if (content == nullptr || !content->is_list()) {
    return content == nullptr ? std::string() : content->text;
  }
  std::string text;
  for (const Value& part : content->items) {
    const Value* piece = part.find("text");
    text += piece == nullptr ? std::string() : piece->text;
  }
  return text;
}

void add_asked(MockAsked& asked, std::string text) {
  asked.last = std::move(text);
  asked.text += asked.last + "\n";
}

bool add_texts(MockAsked& asked, const Value* input) {
  if (input == nullptr) {
    return false;
  }
  for (const Value& text : input->is_text() ? std::vector<Value>{*input} : input->items) {
    asked.texts.push_back(text.text);
    add_asked(asked, text.text);
  }
  return !asked.texts.empty();
}

std::vector<double> mock_vector(std::string_view text, std::optional<long long> dimensions) {
  constexpr long long usual = 64, most = 4096;
  const auto size = static_cast<std::size_t>(std::clamp(dimensions.value_or(usual), 1LL, most));
  std::vector<double> vector(size, 0.0);
  vector.front() = 0.001;  // A text without words has a direction too.
  std::uint64_t word = 0;
  for (const char byte : lower_ascii(text) + " ") {
    const auto code = static_cast<unsigned char>(byte);
    const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || code >= 0x80;
    if (is_letter) {
      word = ((word == 0 ? 0xCBF29CE484222325ULL : word) ^ code) * 0x100000001B3ULL;  // FNV-1a
    } else if (word != 0) {
      vector[word % size] += (word >> 32U & 1U) == 0 ? 1 : -1;
      word = 0;
    }
  }
  double square = 0;
  for (const double number : vector) {
    square += number * number;
  }
  for (double& number : vector) {
    number /= std::sqrt(square);
  }
  return vector;
}

Value numbers_value(const std::vector<double>& numbers) {
  Value list = list_value({});
  for (const double number : numbers) {
    list.items.push_back(number_value(number));
  }
  return list;
}

std::vector<std::string_view> pieces_of_text(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::size_t start = 0;
  for (std::size_t at = 1; at <= text.size(); ++at) {
    if (at == text.size() || (text[at] == ' ' && text[at - 1] != ' ')) {
      pieces.push_back(text.substr(start, at - start));
      start = at;
    }
  }
  return pieces;
}

long long about_tokens(std::string_view text) {
  constexpr std::size_t bytes_a_token = 4;
  return static_cast<long long>((text.size() + bytes_a_token - 1) / bytes_a_token);
}

std::string mock_event(const Value& data, std::string_view name) {
  return fmt::format("{}data: {}\n\n", name.empty() ? "" : fmt::format("event: {}\n", name), compact_json(data));
}

MockAnswer whole_answer(const Value& body) {
  MockAnswer answer;
  answer.pieces.push_back({microseconds(0), compact_json(body)});
  return answer;
}

MockAnswer stream_answer(std::vector<std::string> pieces, std::string_view content_type) {
  MockAnswer answer;
  answer.streamed = true;
  answer.content_type = content_type;
  for (std::string& piece : pieces) {
    answer.pieces.push_back({microseconds(0), std::move(piece)});
  }
  return answer;
}

MockAnswer error_answer(int status, std::string_view message) {
  MockAnswer answer;
  answer.status = status;
  Value error = map_value();
  error.set("message", text_value(message)).set("type", text_value("mock_error"));
  answer.pieces.push_back({microseconds(0), compact_json(map_value().set("error", std::move(error)))});
  return answer;
}

MockAnswer with_fault(MockAnswer answer, const MockFault& fault) {
  switch (fault.kind) {
    case MockFault::Kind::status:
      answer = error_answer(fault.status, fmt::format("scripted {}", fault.status));
      if (fault.retry_after) {
        answer.headers.emplace_back("Retry-After", retry_after_text(*fault.retry_after));
      }
      break;
    case MockFault::Kind::malformed:
      answer.pieces = {{microseconds(0), answer.streamed ? "data: {\"choices\": [\n\n" : "{\"choices\": ["}};
      break;
    case MockFault::Kind::cut:
    case MockFault::Kind::stall:
      answer.end = fault.kind == MockFault::Kind::cut ? MockAnswer::End::cut : MockAnswer::End::stall;
      if (!answer.streamed) {  // Half of the one piece; a stream ends before its last.
        answer.pieces.front().bytes.resize(answer.pieces.front().bytes.size() / 2);
      } else {
        answer.pieces.resize(std::max<std::size_t>(1, answer.pieces.size() / 2));
      }
      break;
  }
  return answer;
}

}  // namespace promptctl
