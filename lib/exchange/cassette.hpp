#pragma once

#include <map>
#include <string>

#include "base/diagnostic.hpp"
#include "exchange/response_cache.hpp"
#include "ports/files.hpp"

namespace promptctl {

// Where a suite's cassette lies: beside its suite.yaml.
std::string cassette_path(const std::string& suite_id);

// Recorded replies in a JSONL file that is meant to be committed, sorted by request digest (docs/cassette.md).
class Cassette : public ResponseCache {
 public:
  // Reads `path`; an absent file is an empty cassette. Faults go to `diagnostics`, their records are left out; so is
  // every further record of one request.
  static Cassette read(const Files& files, const std::string& path, Diagnostics& diagnostics);
  static Cassette read(const std::string& path, ByteStream text, Diagnostics& diagnostics);

  std::optional<Response> find(const std::string& request_digest) override;
  void put(const std::string& request_digest, const Response& response) override;

  // Every reply of `other`, in place of those with the same digest.
  void put_all(const Cassette& other);

  // A cassette is written as a whole, by `text`; until then it is only in memory.
  void flush() override {}
  void flush_if_due() override {}

  // The file's content.
  std::string text() const;

  std::size_t size() const { return replies_.size(); }

 private:
  std::map<std::string, Response> replies_;
};

}  // namespace promptctl
