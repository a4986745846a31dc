#include "flow/cassette.hpp"

#include "base/text.hpp"
#include "codec/json.hpp"
#include "codec/response_record.hpp"

namespace promptctl {

std::string cassette_path(const std::string& suite_id) {
  return "golden/" + suite_id + "/cassette.jsonl";
}

Cassette Cassette::read(const Files& files, const std::string& path, Diagnostics& diagnostics) {
  Cassette cassette;
  const auto text = files.read(path);
  if (!text) {
    return cassette;
  }
  int number = 0;
  for (const std::string_view line : split(*text, '\n')) {
    ++number;
    if (trim(line).empty()) {
      continue;
    }
    const auto record = read_json(std::make_shared<const Source>(path, std::string(line), number), diagnostics);
    auto recorded = record ? read_response_record(*record, diagnostics) : std::nullopt;
    if (recorded) {
      cassette.replies_.insert_or_assign(recorded->digest, std::move(recorded->response));
    }
  }
  return cassette;
}

std::optional<Response> Cassette::find(const std::string& request_digest) {
  const auto found = replies_.find(request_digest);
  return found == replies_.end() ? std::nullopt : std::optional(found->second);
}

void Cassette::put(const std::string& request_digest, const Response& response) {
  replies_.insert_or_assign(request_digest, response);
}

void Cassette::put_all(const Cassette& other) {
  for (const auto& [digest, response] : other.replies_) {
    put(digest, response);
  }
}

std::string Cassette::text() const {
  std::string text;
  for (const auto& [digest, response] : replies_) {
    text += compact_json(response_record(digest, response)) + "\n";
  }
  return text;
}

}  // namespace promptctl
