#pragma once

#include <map>
#include <string>

#include "model/bundle.hpp"
#include "ports/files.hpp"

namespace promptctl {

// A registry's files that hold one prompt, under its own name, and the partials it reaches.
class BundleFiles : public Files {
 public:
  BundleFiles(const std::string& prompt, const BundleText& text);

  std::optional<std::string> read(const std::string& path) const override;
  ByteStream open(const std::string& path) const override;
  std::vector<std::string> list(const std::string& folder) const override;

  // A version can't be written to: `std::logic_error`.
  void write(const std::string& path, std::string_view content) override;

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace promptctl
