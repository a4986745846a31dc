#include "eval/kept_replies.hpp"

#include "base/digest.hpp"

namespace promptctl {

std::optional<Response> KeptReplies::find(const Target& target, const std::string& digest) const {
  std::optional<Response> reply = cassette_ == nullptr ? std::nullopt : cassette_->find(digest);
  return reply || cache_ == nullptr ? reply : cache_->find(key(target, digest));
}

void KeptReplies::keep(const Target& target, const std::string& digest, const Response& response) const {
  if (cache_ != nullptr) {
    cache_->put(key(target, digest), response);
  }
}

void KeptReplies::flush() const {
  if (cache_ != nullptr) {
    cache_->flush();
  }
}

void KeptReplies::flush_if_due() const {
  if (cache_ != nullptr) {
    cache_->flush_if_due();
  }
}

std::string KeptReplies::key(const Target& target, const std::string& digest) const {
  const auto place = places_.find(target.provider);
  return place == places_.end() ? digest : sha256(digest + " " + place->second);
}

}  // namespace promptctl
