"""A name server and a web server of our own, on loopback, for tests that ask the outside."""

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

Zone = dict[tuple[str, str], list[str]]


@contextmanager
def name_server(zone: Zone) -> Iterator[str]:
    """Answers for what stands in `zone` by (name, type), for as long as the block lasts; the address of the server.
    The zone may change meanwhile."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind(("127.0.0.1", 0))
    thread = threading.Thread(target=_answer, args=(sock, zone))
    thread.start()
    try:
        yield f"127.0.0.1:{sock.getsockname()[1]}"
    finally:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as bell:
            bell.sendto(b"", sock.getsockname())
        thread.join()
        sock.close()


def _answer(sock: socket.socket, zone: Zone) -> None:
    while True:
        packet, client = sock.recvfrom(4096)
        if not packet:
            return
        query = dns.message.from_wire(packet)
        asked = query.question[0]
        reply = dns.message.make_response(query)
        reply.flags |= dns.flags.RA
        kind = dns.rdatatype.to_text(asked.rdtype)
        name = asked.name.to_text(omit_final_dot=True)
        if (name, kind) in zone:
            reply.answer.append(dns.rrset.from_text_list(asked.name, 60, "IN", kind, zone[name, kind]))
        elif name not in {known for known, _ in zone}:
            reply.set_rcode(dns.rcode.NXDOMAIN)
        sock.sendto(reply.to_wire(), client)


class _Server(HTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is meant."""


@contextmanager
def web_server(folder: Path, host: str, answers: Mapping[str, tuple[int, bytes]]) -> Iterator[tuple[int, Path]]:
    """Serves `answers` by path over TLS as `host`: the port, and the certificate to trust. A status of 0 dawdles."""
    stop = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, content = answers.get(self.path, (404, b""))
            if status == 0:
                self.wfile.write(b"HTTP/1.0 200 OK\r\n")
                while not stop.wait(0.05):
                    try:
                        self.wfile.write(b"X-Slow: yes\r\n")
                    except OSError:
                        return
                return
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", content.decode())
                content = b""
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None: ...

    trusted = _certificate(folder, host)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(trusted, folder / "key.pem")
    server = _Server(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server.server_port, trusted
    finally:
        stop.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _certificate(folder: Path, host: str) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (folder / "key.pem").write_bytes(secret)
    return folder / "cert.pem"
