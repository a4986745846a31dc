#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace promptctl {

// One message of Amazon's event stream.
struct AwsFrame {
  std::map<std::string, std::string> headers;  // those that are text
  std::string_view payload;
};

// Takes a stream of `application/vnd.amazon.eventstream` apart (smithy.io/2.0/aws/amazon-eventstream.html): lengths,
// their CRC-32, headers, payload, and the CRC-32 of all. A frame that is not what its sums say is the end: nothing
// behind it can be told apart.
class AwsFrames {
 public:
  explicit AwsFrames(std::function<void(const AwsFrame&)> on_frame) : on_frame_(std::move(on_frame)) {}

  // False from the first broken frame on.
  bool feed(std::string_view bytes);

  // Bytes of a frame that has not ended.
  std::size_t held() const { return held_.size(); }

 private:
  bool take_one();

  std::function<void(const AwsFrame&)> on_frame_;
  std::string held_;
  bool is_broken_ = false;
};

// A frame with these text headers, as it is sent.
std::string aws_frame(const std::map<std::string, std::string>& headers, std::string_view payload);

}  // namespace promptctl
