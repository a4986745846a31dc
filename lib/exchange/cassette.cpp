#include "exchange/cassette.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/file_text.hpp"
#include "document/json.hpp"
#include "document/json_lines.hpp"
#include "exchange/response_record.hpp"

namespace promptctl {

std::string cassette_path(const std::string& suite_id) {
  return "golden/" + suite_id + "/cassette.jsonl";
}

Cassette Cassette::read(const Files& files, const std::string& path, Diagnostics& diagnostics) {
  try {
    ByteStream text = files.open(path);
    return text ? read(path, std::move(text), diagnostics) : Cassette();
  } catch (const FileFault& fault) {
    diagnostics.add_once(fault.diagnostic());
    return {};
  }
}

Cassette Cassette::read(const std::string& path, ByteStream text, Diagnostics& diagnostics) {
  Cassette cassette;
  JsonLines lines(path, std::move(text), diagnostics);
  std::map<std::string, int> places;
  for (Value record; lines.next(record);) {
    auto recorded = read_response_record(record, diagnostics);
    if (!recorded) {
      continue;
    }
    const auto [earlier, is_new] = places.emplace(recorded->digest, record.where.line);
    if (is_new) {
      cassette.put(recorded->digest, recorded->response);
    } else {
      diagnostics.error("duplicate-record", record.where,
                        fmt::format("the reply to this request is at line {} already", earlier->second),
                        "keep one of them, or record anew: promptctl eval --record");
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
