#pragma once

#include <string_view>

namespace promptctl::testing {

// What ssh-keygen signed with a key of each kind, and with two security keys that were played by a program: the bytes
// "A message.\n", for `file`.
struct SampleSignature {
  std::string_view key;  // kind and key, as in a file of allowed signers
  std::string_view armored;
};

constexpr std::string_view sample_message = "A message.\n";

constexpr SampleSignature sample_signatures[] = {
    {"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKxqY6H6/ddJfPrSoe1bqDbhIiDToWm7zzDUss7/orup",
     "-----BEGIN SSH SIGNATURE-----\n"
     "U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgrGpjofr910l8+tKh7VuoNuEiIN\n"
     "OhabvPMNSyzv+iu6kAAAAEZmlsZQAAAAAAAAAGc2hhNTEyAAAAUwAAAAtzc2gtZWQyNTUx\n"
     "OQAAAEA+g78BFdJoyBD8J92ZY4jW0yiuBqQxE+cMHXVK+HHBDwPTo2zRKBfjexY49sab2p\n"
     "MROVd1Y2ekMHuA1lDMcLIK\n"
     "-----END SSH SIGNATURE-----\n"},
    {"ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBPenX8rTlpQhGOEMCzLG8vZWjhNZ19riKw7Vdj"
     "xxZA5Xwsxx/7TIerSmmozbNukcVt0Vj4DhktRT6AeWOtRJ6uI=",
     "-----BEGIN SSH SIGNATURE-----\n"
     "U1NIU0lHAAAAAQAAAGgAAAATZWNkc2Etc2hhMi1uaXN0cDI1NgAAAAhuaXN0cDI1NgAAAE\n"
     "EE96dfytOWlCEY4QwLMsby9laOE1nX2uIrDtV2PHFkDlfCzHH/tMh6tKaajNs26RxW3RWP\n"
     "gOGS1FPoB5Y61Enq4gAAAARmaWxlAAAAAAAAAAZzaGE1MTIAAABlAAAAE2VjZHNhLXNoYT\n"
     "ItbmlzdHAyNTYAAABKAAAAIQDMB6M6UEm57nTMC6JUiRew47kqthzm+0PjVFtBTg0FdgAA\n"
     "ACEAg7EjZdmqFQ78XcWnqvQcI6YYrh9MqAWa2/aYNUPOILU=\n"
     "-----END SSH SIGNATURE-----\n"},
    {"ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBFDcrpJczNmuyyOFPYIVpcmFCc42bB9v5anN2i"
     "UxVHMrSNA+RjrHxv+fuG76gVFpA0PC0tNidy3huMG5cvjrnKlKSyAQV1z1C3fZAfhXtdhcDExXRzGdhDHBrE6XwL3psg==",
     "-----BEGIN SSH SIGNATURE-----\n"
     "U1NIU0lHAAAAAQAAAIgAAAATZWNkc2Etc2hhMi1uaXN0cDM4NAAAAAhuaXN0cDM4NAAAAG\n"
     "EEUNyuklzM2a7LI4U9ghWlyYUJzjZsH2/lqc3aJTFUcytI0D5GOsfG/5+4bvqBUWkDQ8LS\n"
     "02J3LeG4wbly+OucqUpLIBBXXPULd9kB+Fe12FwMTFdHMZ2EMcGsTpfAvemyAAAABGZpbG\n"
     "UAAAAAAAAABnNoYTUxMgAAAIQAAAATZWNkc2Etc2hhMi1uaXN0cDM4NAAAAGkAAAAwMuvC\n"
     "Do/lZ9m20crkE/hHjFTDNrgJvtZv3+QCxAVL097auGOMCOcXkdQdMRSrdydzAAAAMQD015\n"
     "F1AyOAu0HQFs68PczZ4vP6ehlFB8a7Gsuukkw0ibh7Cp9Cl9fsb5TltmSQuaI=\n"
     "-----END SSH SIGNATURE-----\n"},
    {"ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBADRsiqfbpotGm/VoUrMYzwBZGbSbodbe8oKAE"
     "oPu4KJ8a/9ODaJ4S25W72H9yIF6K/e5tks40wVozq+WOjtd9Lx5gCozIFnFM7vv6UIRfMtljYEqr+bwBpakL9McePtV/7WW6gq0DT0tjE8Awue"
     "ZUuDvsfXU3p7LNwS5ASoJwuS8sH9kg==",
     "-----BEGIN SSH SIGNATURE-----\n"
     "U1NIU0lHAAAAAQAAAKwAAAATZWNkc2Etc2hhMi1uaXN0cDUyMQAAAAhuaXN0cDUyMQAAAI\n"
     "UEANGyKp9umi0ab9WhSsxjPAFkZtJuh1t7ygoASg+7gonxr/04NonhLblbvYf3IgXor97m\n"
     "2SzjTBWjOr5Y6O130vHmAKjMgWcUzu+/pQhF8y2WNgSqv5vAGlqQv0xx4+1X/tZbqCrQNP\n"
     "S2MTwDC55lS4O+x9dTenss3BLkBKgnC5Lywf2SAAAABGZpbGUAAAAAAAAABnNoYTUxMgAA\n"
     "AKcAAAATZWNkc2Etc2hhMi1uaXN0cDUyMQAAAIwAAABCAf6VIKDrjNgoZ4L1kco6ZTBlAy\n"
     "xc8wdazc1TQi2BMoeu+FcG8tTbw3etEGj326Qf4JmAC9CVwd9ZZpWJNmtBXwFTAAAAQgFA\n"
     "AZFgaw/VAnjxKcrWAWmvm+Y14aYFVpvOfKPcKQchDypZ+TOuI07NCoVckFZ/vt4N36hKSv\n"
     "leN2ToW+LHmG2VQA==\n"
     "-----END SSH SIGNATURE-----\n"},
    {"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCftfeGWKcj1wTUMtTOzGzq6hS86Ghcu+m0nsEL5cU0P0vvkV/NnITJpIGACNKeUGkgmrCMH7"
     "VFAeZdusVK7fyGgYwvmpppKP718Fi5GZJnVetaoUmkGC2iwAjKRs6XxegQt772Laoo6QJ6CNeU8SeXR+vWAFvTEhAj0TpK0L6pVrNXAY4mivva"
     "0ipgNVsU8WHWyuejliB99eltHCgrLnKx+9JpmbVCPQ6TABoykjeUH1CdhdISZXLroeYIGrkrZfLJFREYY+7HesKGZhpHijEQDm0N4MYvyFMN3d"
     "w5jtrMiMoFJIiTXmdrhtyln1YiYCbjy3BUeqxmm7SYCdTcA2nX",
     "-----BEGIN SSH SIGNATURE-----\n"
     "U1NIU0lHAAAAAQAAARcAAAAHc3NoLXJzYQAAAAMBAAEAAAEBAJ+194ZYpyPXBNQy1M7MbO\n"
     "rqFLzoaFy76bSewQvlxTQ/S++RX82chMmkgYAI0p5QaSCasIwftUUB5l26xUrt/IaBjC+a\n"
     "mmko/vXwWLkZkmdV61qhSaQYLaLACMpGzpfF6BC3vvYtqijpAnoI15TxJ5dH69YAW9MSEC\n"
     "PROkrQvqlWs1cBjiaK+9rSKmA1WxTxYdbK56OWIH316W0cKCsucrH70mmZtUI9DpMAGjKS\n"
     "N5QfUJ2F0hJlcuuh5ggauStl8skVERhj7sd6woZmGkeKMRAObQ3gxi/IUw3d3DmO2syIyg\n"
     "UkiJNeZ2uG3KWfViJgJuPLcFR6rGabtJgJ1NwDadcAAAAEZmlsZQAAAAAAAAAGc2hhNTEy\n"
     "AAABFAAAAAxyc2Etc2hhMi01MTIAAAEAh6qexzRdGvAuwiENQHG1eHE+4Bg2MV5BcoJGw8\n"
     "DwBpwJueLmze78rxub2mPgqkLw/7K1bzhaXzKaXHiAjPTpumGkEz6XPh9KinuByhMtHP/M\n"
     "gx6wPB/uGld5iQE9LcUY5pbaPy22MugMmVk0vg9tOdBx7sV1U3/j+tY5Q3IXpO5m6Xl9V5\n"
     "D+JydNNiF22hzeONg5pjgu7j4Sfk44VXQ3W9GeVw6OfIqw5CzLzqwEudNOvg3lD7KB1PXi\n"
     "fjxBj6L+6jXOJy7PqN17v58V4v9zz0qRU4ou/miLULgx5p65xxvt4CnXDcCGgOfAkKrPLn\n"
     "4Af7guosimaVvCAfk0eZ5OaQ==\n"
     "-----END SSH SIGNATURE-----\n"},
    {"sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIOybRubaXJnQbGjV8nUEmVJhHUSM5edHQRpyV4V"
     "E8+SdAAAABHNzaDo=",
     "-----BEGIN SSH SIGNATURE-----\n"
     "U1NIU0lHAAAAAQAAAEoAAAAac2stc3NoLWVkMjU1MTlAb3BlbnNzaC5jb20AAAAg7JtG5t\n"
     "pcmdBsaNXydQSZUmEdRIzl50dBGnJXhUTz5J0AAAAEc3NoOgAAAARmaWxlAAAAAAAAAAZz\n"
     "aGE1MTIAAABnAAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAQGPXb6Yuo5y2dB\n"
     "S5ymQQ54sRWhNBWl9qAFntyuUaLgx/vDviGYURFwHo8sU66Cp5fCHQCQgEo7o+G0JzGxyG\n"
     "QQoBAAAABw==\n"
     "-----END SSH SIGNATURE-----\n"},
    {"sk-ecdsa-sha2-nistp256@openssh.com AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZAb3BlbnNzaC5jb20AAAAIbmlzdHAyNTYAAABBBNy"
     "ek/pf5pr9xGzYDc5GVijfOpKCSw9U/bWuftLwK5fB0SwDyPN8FFKQOSUl8UFkv4nACpI/HdlMpMlbYWSlKOIAAAAEc3NoOg==",
     "-----BEGIN SSH SIGNATURE-----\n"
     "U1NIU0lHAAAAAQAAAH8AAAAic2stZWNkc2Etc2hhMi1uaXN0cDI1NkBvcGVuc3NoLmNvbQ\n"
     "AAAAhuaXN0cDI1NgAAAEEE3J6T+l/mmv3EbNgNzkZWKN86koJLD1T9ta5+0vArl8HRLAPI\n"
     "83wUUpA5JSXxQWS/icAKkj8d2UykyVthZKUo4gAAAARzc2g6AAAABGZpbGUAAAAAAAAABn\n"
     "NoYTUxMgAAAHcAAAAic2stZWNkc2Etc2hhMi1uaXN0cDI1NkBvcGVuc3NoLmNvbQAAAEgA\n"
     "AAAgApN4rpwLO0f7kohymuAKEutvuLtyu99DTgMdpjHD29IAAAAgJ9by6nF3CPSCpOvsHG\n"
     "8PeL3NSBWkPijDZoiA7tzNJI0BAAAABw==\n"
     "-----END SSH SIGNATURE-----\n"},
};

}  // namespace promptctl::testing
