// Amazon's event stream: any bytes; and a frame with the bytes in it, which comes out as it went in wherever it is cut.

#include <algorithm>
#include <string>
#include <vector>

#include "provider/aws_frames.hpp"

namespace {

using namespace promptctl;  // NOLINT: as the library's own code.

// The payloads that come out, and whether the last was whole.
std::vector<std::string> payloads(std::string_view bytes, std::size_t piece) {
  std::vector<std::string> all;
  AwsFrames frames([&all](const AwsFrame& frame) { all.emplace_back(frame.payload); });
  bool is_whole = true;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    is_whole = frames.feed(bytes.substr(at, piece));
  }
  all.emplace_back(is_whole && frames.held() == 0 ? "whole" : "broken");
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  if (size < 2) {
    return 0;
  }
  const std::string_view input(reinterpret_cast<const char*>(bytes) + 2, size - 2);
  const std::size_t piece = 1 + bytes[0] % 40;
  if (payloads(input, input.size() + 1) != payloads(input, piece)) {
    __builtin_trap();
  }
  const std::size_t name_size = std::min<std::size_t>(bytes[1], input.size());
  const std::string name(input.substr(0, name_size));
  const std::string frame = aws_frame({{name, std::string(input)}}, input) + aws_frame({}, "");
  if (input.size() <= 65535 && payloads(frame, piece) != std::vector<std::string>{std::string(input), "", "whole"}) {
    __builtin_trap();
  }
  return 0;
}
